import { Button } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { SupportCard } from '../../reader/support-card.tsx'
import { useOralWork } from '../oral-work.ts'
import { placeIds, usePlaces } from '../places.tsx'
import { useScannedPaper } from '../transcription/scanned-paper.ts'
import { TranscriptionCard } from '../transcription/transcription-card.tsx'
import { Accommodations } from './accommodations.tsx'
import { Guidance } from './guidance.tsx'
import { IdentityCheck } from './identity-check.tsx'
import { PresenceChoice } from './presence-choice.tsx'
import { PresenceSignature } from './presence-signature.tsx'
import styles from './welcome.module.css'

/** Before the oral: who is there, what is granted, what was handed in, what the text says. */
export function Welcome({ supportStored }: { supportStored: boolean | null }) {
  const { t } = useTranslation('oral')
  const { subject, draft } = useOralWork()
  const { go } = usePlaces()
  // Whoever comes with a paper in hand types it in first.
  const isScanned = useScannedPaper() !== null
  const first = subject.grid.sections[0]
  return (
    <div className={styles['welcome']}>
      <h2 id={placeIds.welcome} tabIndex={-1}>
        {t('welcome.title')}
      </h2>
      {isScanned && <TranscriptionCard />}
      <PresenceChoice />
      <IdentityCheck />
      <PresenceSignature />
      <Accommodations />
      {draft.presence === 'present' && first && (
        <div className={styles['next']}>
          <p>{t('welcome.ready')}</p>
          <Button
            size="md"
            mih={48}
            rightSection={<IconArrowRight size={20} aria-hidden />}
            onClick={() => go({ kind: 'section', sectionId: first.id }, placeIds.section(first.id))}
          >
            {t('welcome.goToMarking')}
          </Button>
        </div>
      )}
      {subject.oral.scenario !== null && (
        <section className={styles['card']} aria-labelledby="scenario">
          <h3 id="scenario">{t('welcome.scenario')}</h3>
          <p className={styles['prose']}>{subject.oral.scenario}</p>
        </section>
      )}
      <SupportCard day={subject} stored={supportStored} />
      {!isScanned && <TranscriptionCard />}
      <Guidance />
    </div>
  )
}
