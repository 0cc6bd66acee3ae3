import { useTranslation } from 'react-i18next'
import type { StoredSheet } from '#contract/desk.ts'
import type { Grid } from '#domain/grid.ts'
import type { ScoreSheet } from '#domain/sheet.ts'
import { TranscribedLine } from '../shared/transcribed-line.tsx'
import styles from './desk.module.css'
import { SheetDelivery } from './sheet-delivery.tsx'
import { SheetPresence } from './sheet-presence.tsx'
import { SheetProof, SheetRevisions } from './sheet-proof.tsx'
import { SheetRemarks } from './sheet-remarks.tsx'
import { SheetSections } from './sheet-sections.tsx'
import { SheetTimeline } from './sheet-timeline.tsx'
import { SheetTiming } from './sheet-timing.tsx'

/** An absent candidate's sheet says so, and shows no empty grid. */
function isScored(sheet: ScoreSheet): boolean {
  return Object.keys(sheet.marks).length > 0 || sheet.sections.some(({ verdict }) => verdict !== null)
}

/** Everything one juror recorded of one oral, and what can be proved of it. `grid` is the one the sheet was scored with. */
export function SheetView({ stored, grid }: { stored: StoredSheet; grid: Grid }) {
  const { t } = useTranslation(['desk', 'domain'])
  const { sheet } = stored
  return (
    <>
      <section className={styles['card']} aria-labelledby="sheet-part">
        <h2 id="sheet-part">{grid.title}</h2>
        <dl className={styles['facts']}>
          <div>
            <dt>{t('sheet.part.title')}</dt>
            <dd>{sheet.part.verdict ? t(`domain:partVerdict.${sheet.part.verdict}`) : t('sheet.part.none')}</dd>
            <dd className={styles['soft']}>
              {sheet.part.proposal
                ? t('sheet.part.proposal', { value: t(`domain:partVerdict.${sheet.part.proposal}`) })
                : t('sheet.part.noProposal')}
            </dd>
          </div>
          <div>
            <dt>{t('sheet.identity.title')}</dt>
            <dd>{t(`domain:presence.${sheet.presence}`)}</dd>
            <dd>{sheet.identityChecked ? t('sheet.identity.checked') : t('sheet.identity.unchecked')}</dd>
          </div>
        </dl>
        {sheet.presenceReason && <p className={styles['words']}>{t('sheet.identity.reason', { reason: sheet.presenceReason })}</p>}
        {sheet.part.reason && <p className={styles['words']}>{t('sheet.sections.reason', { reason: sheet.part.reason })}</p>}
        <TranscribedLine transcribed={sheet.transcribed} />
        <SheetTiming timing={sheet.timing} />
      </section>
      <SheetPresence sheet={sheet} />
      <SheetProof stored={stored} />
      <SheetRevisions stored={stored} />
      {isScored(sheet) ? (
        <>
          <SheetSections sheet={sheet} grid={grid} />
          <SheetDelivery sheet={sheet} grid={grid} />
        </>
      ) : (
        <p className={styles['plain']}>{t('sheet.nothingScored')}</p>
      )}
      <SheetRemarks sheet={sheet} grid={grid} />
      <SheetTimeline sheet={sheet} grid={grid} />
    </>
  )
}
