import { useTranslation } from 'react-i18next'
import type { Grid } from '#domain/grid.ts'
import type { SignedSheet } from '#seal/envelope.ts'
import { formatMoment } from '../../../shared/formatters.ts'
import { clockText } from '../../../shared/sheet/clock-text.ts'
import { InkPicture } from '../../../shared/sheet/ink-picture.tsx'
import { TranscribedLine } from '../../../shared/transcribed-line.tsx'
import { SignaturePicture } from '../ink/signature-picture.tsx'
import { MarksReading } from './marks-reading.tsx'
import { NotesReading } from './notes-reading.tsx'
import styles from './signed.module.css'
import { TimelineTable } from './timeline-table.tsx'

/** One version of a signed sheet, as it was signed. */
export function SheetReading({ grid, signed }: { grid: Grid; signed: Pick<SignedSheet, 'hash' | 'sheet'> }) {
  const { t } = useTranslation(['oral', 'domain', 'calibration', 'presenceSignature'])
  const { sheet } = signed
  const { timing } = sheet
  const cameIn = sheet.presence !== 'absent'
  // What was marked before an absence or an interruption stays readable.
  const hasMarks = sheet.presence === 'present' || Object.keys(sheet.marks).length > 0
  return (
    <article className={styles['sheet']} aria-label={t('oral:signed.revision', { revision: sheet.revision })}>
      <header className={styles['card']}>
        <p className={styles['candidate']}>{sheet.candidate.name}</p>
        <p>
          {sheet.kind === 'calibration' ? t('calibration:card.what') : t('oral:candidate.number', { number: sheet.candidate.number })} ·{' '}
          {grid.title}
        </p>
        <p>
          {t('oral:signed.by', { juror: sheet.juror.name, date: formatMoment(Date.parse(sheet.signedAt)) })} ·{' '}
          {t('oral:signed.revision', { revision: sheet.revision })}
        </p>
        <TranscribedLine transcribed={sheet.transcribed} />
        {sheet.replaces !== null && <p>{t('oral:signed.replaces', { reason: sheet.replaces.reason })}</p>}
        <p>
          {t(`domain:presence.${sheet.presence}`)}
          {sheet.presenceReason !== '' && ` : ${sheet.presenceReason}`}
          {cameIn && ` · ${sheet.identityChecked ? t('oral:signed.identity.checked') : t('oral:signed.identity.unchecked')}`}
        </p>
        <p className="cdj-figures">
          {t('oral:signed.timing', { elapsed: clockText(timing.elapsedMs), allotted: clockText(timing.allottedMs) })}
          {timing.overtimeMs > 0 && `, ${t('oral:signed.timingOvertime', { overtime: clockText(timing.overtimeMs) })}`}
          {timing.pausedMs >= 1_000 && `, ${t('oral:signed.timingPauses', { paused: clockText(timing.pausedMs) })}`}
        </p>
        {sheet.signedDespite !== '' && <p>{t('oral:signed.despite', { reason: sheet.signedDespite })}</p>}
      </header>
      <section className={styles['card']} aria-labelledby="signed-part">
        <h3 id="signed-part">{t('oral:synthesis.part')}</h3>
        <p>
          <strong>
            {sheet.part.verdict !== null
              ? t(`domain:partVerdict.${sheet.part.verdict}`)
              : t(sheet.presence === 'present' ? 'oral:signed.verdictNone' : 'oral:signed.noVerdict')}
          </strong>
          {sheet.part.reason !== '' && ` : ${sheet.part.reason}`}
        </p>
        <h3>{t('oral:signed.appreciation')}</h3>
        <p className={styles['prose']}>{sheet.appreciation === '' ? t('oral:signed.none') : sheet.appreciation}</p>
      </section>
      {hasMarks && <MarksReading grid={grid} sheet={sheet} />}
      <NotesReading grid={grid} sheet={sheet} />
      <TimelineTable grid={grid} log={sheet.log} />
      {sheet.presenceSignature && (
        <section className={styles['card']} aria-labelledby="signed-presence">
          <h3 id="signed-presence">{t('presenceSignature:title')}</h3>
          <p>
            {t(`presenceSignature:said.${sheet.presenceSignature.gesture.kind}`, {
              name: sheet.candidate.name,
              when: formatMoment(Date.parse(sheet.presenceSignature.at)),
            })}
          </p>
          {sheet.presenceSignature.gesture.kind === 'drawn' && (
            <SignaturePicture
              strokes={sheet.presenceSignature.gesture.strokes}
              label={t('presenceSignature:picture', { name: sheet.candidate.name })}
            />
          )}
        </section>
      )}
      <section className={styles['card']} aria-labelledby="signed-signature">
        <h3 id="signed-signature">{t('oral:signed.signature')}</h3>
        {sheet.signature.kind === 'drawn' ? (
          <InkPicture ink={sheet.signature.strokes} label={t('oral:signed.signature')} />
        ) : (
          <p className={styles['candidate']}>{sheet.signature.name}</p>
        )}
        <p className={styles['hash']}>{t('oral:signed.hash', { hash: signed.hash })}</p>
      </section>
    </article>
  )
}
