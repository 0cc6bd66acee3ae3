import { Button } from '@mantine/core'
import { IconChecks } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { SectionComparison } from '#domain/comparison.ts'
import type { DecisionDraft } from '#domain/decision-draft.ts'
import type { Grid } from '#domain/grid.ts'
import type { ScoreSheet } from '#domain/sheet.ts'
import { VerdictIcon } from '../oral/marking/verdict-icon.tsx'
import styles from './deliberation.module.css'
import { JurorVerdicts } from './juror-verdicts.tsx'
import type { EditDecision } from './oral-deliberation-props.ts'
import { SectionDecision } from './section-decision.tsx'

interface AgreementsProps {
  agreed: readonly SectionComparison[]
  grid: Grid
  sheets: readonly ScoreSheet[]
  draft: DecisionDraft
  nameOf: (jurorId: string) => string
  isFrozen: boolean
  onChange: EditDecision
}

/** Where all say the same: folded away, taken over in one touch, and still open to another decision. */
export function Agreements({ agreed, grid, draft, nameOf, isFrozen, onChange }: AgreementsProps) {
  const { t } = useTranslation(['deliberation', 'domain'])
  const common = agreed.flatMap(({ sectionId, verdicts }) => {
    const verdict = verdicts[0]?.verdict ?? null
    // One juror's reason speaks for all only when there is one: « non acquise » then keeps its motive.
    const reasons = [...new Set(verdicts.map(({ reason }) => reason.trim()).filter((reason) => reason !== ''))]
    return verdict === null ? [] : [{ sectionId, verdict, reason: verdict === 'acquired' ? '' : reasons.join('\n') }]
  })
  const open = common.filter(({ sectionId }) => (draft.sections[sectionId]?.verdict ?? null) === null)
  const adopt = () =>
    onChange((before) => {
      const taken = open.map(({ sectionId, verdict, reason }) => [sectionId, { verdict, reason }] as const)
      return { ...before, sections: { ...before.sections, ...Object.fromEntries(taken) } }
    })
  return (
    <section className={styles['section']} aria-labelledby="agreements">
      <h2 id="agreements">{t('deliberation:oral.agreements', { count: agreed.length })}</h2>
      {open.length > 0 ? (
        <div className={styles['row']}>
          <Button size="lg" leftSection={<IconChecks size={22} aria-hidden />} disabled={isFrozen} onClick={() => void adopt()}>
            {t('deliberation:oral.adopt', { count: open.length })}
          </Button>
        </div>
      ) : (
        common.length > 0 && <p role="status">{t('deliberation:oral.adopted')}</p>
      )}
      {agreed.map((section) => {
        const verdict = section.verdicts[0]?.verdict ?? null
        const title = grid.sections.find(({ id }) => id === section.sectionId)?.title ?? ''
        // An agreement on « non acquise » still needs the panel's reason: it stays in sight until it has one.
        const decided = draft.sections[section.sectionId]
        const lacksReason = decided?.verdict === 'notAcquired' && decided.reason.trim() === ''
        return (
          <details key={section.sectionId} className={styles['agreement']} open={lacksReason}>
            <summary>
              <span>
                <strong>{section.sectionId}</strong> {title}
              </span>
              <span className={styles['verdict']} data-verdict={verdict ?? undefined}>
                {verdict === null ? (
                  t('deliberation:oral.agreedNone')
                ) : (
                  <>
                    <VerdictIcon verdict={verdict} /> {t('deliberation:oral.agreed', { verdict: t(`domain:verdict.${verdict}`) })}
                  </>
                )}
              </span>
            </summary>
            <JurorVerdicts comparison={section} nameOf={nameOf} />
            <SectionDecision
              sectionId={section.sectionId}
              draft={draft}
              reasons={section.verdicts.flatMap(({ jurorId, reason }) => (reason.trim() === '' ? [] : [{ name: nameOf(jurorId), reason }]))}
              isFrozen={isFrozen}
              onChange={onChange}
            />
          </details>
        )
      })}
    </section>
  )
}
