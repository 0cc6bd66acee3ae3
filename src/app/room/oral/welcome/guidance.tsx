import { useTranslation } from 'react-i18next'
import { Fold } from '../fold.tsx'
import { useOralWork } from '../oral-work.ts'

/** The certifier's text about this part, and what it leaves open, marked as the certifier's choice and not the text's. */
export function Guidance() {
  const { t } = useTranslation(['oral', 'domain'])
  const { guidance, certifierSettings } = useOralWork().subject.grid
  return (
    <>
      {guidance.length > 0 && (
        <Fold title={t('oral:welcome.guidance')}>
          <Sentences sentences={guidance} />
        </Fold>
      )}
      {certifierSettings.length > 0 && (
        <Fold title={t('oral:settings.title')}>
          <p>{t('domain:certifierChoice')}</p>
          <Sentences sentences={certifierSettings.map((setting) => t(`oral:settings.${setting}`))} />
        </Fold>
      )}
    </>
  )
}

function Sentences({ sentences }: { sentences: readonly string[] }) {
  return (
    <ul>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
