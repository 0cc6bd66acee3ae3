import { useTranslation } from 'react-i18next'
import { useOralWork } from '../oral-work.ts'
import { placeIds } from '../places.tsx'
import { AppreciationField } from './appreciation-field.tsx'
import { PartVerdictChoice } from './part-verdict-choice.tsx'
import { ReviewList } from './review-list.tsx'
import { SignatureForm, type SignGesture } from './signature-form.tsx'
import styles from './synthesis.module.css'
import { useFindings } from './use-findings.ts'
import { VerdictSummary } from './verdict-summary.tsx'

/** The whole: verdicts side by side, the part's, the appreciation, what is missing, and the signature. */
export function Synthesis({ onSign }: { onSign: SignGesture }) {
  const { t } = useTranslation('oral')
  const { draft } = useOralWork()
  const findings = useFindings()
  const { presence } = draft
  return (
    <div className={styles['synthesis']}>
      <h2 id={placeIds.synthesis} tabIndex={-1}>
        {t('synthesis.title')}
      </h2>
      {presence === null || presence === 'present' ? (
        <>
          <VerdictSummary />
          <PartVerdictChoice />
        </>
      ) : (
        <p className={styles['card']}>{t(`synthesis.notTaken.${presence}`)}</p>
      )}
      {(presence !== 'absent' || draft.appreciation !== '') && <AppreciationField />}
      <ReviewList findings={findings} />
      <SignatureForm findings={findings} onSign={onSign} />
    </div>
  )
}
