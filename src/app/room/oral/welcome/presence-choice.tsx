import { Button } from '@mantine/core'
import { IconArrowRight, IconPlayerPause, IconUserCheck, IconUserOff, IconUserX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Presence } from '#domain/entry.ts'
import { useOralWork } from '../oral-work.ts'
import { placeIds, usePlaces } from '../places.tsx'
import { ReasonField } from '../reason-field.tsx'
import styles from './welcome.module.css'

const CHOICES = [
  { presence: 'present', Icon: IconUserCheck },
  { presence: 'absent', Icon: IconUserX },
  { presence: 'abandoned', Icon: IconUserOff },
  { presence: 'interrupted', Icon: IconPlayerPause },
] as const

/** Whether the oral takes place; when it does not, what happened. */
export function PresenceChoice() {
  const { t } = useTranslation(['oral', 'domain'])
  const { draft, recorded, record, writable } = useOralWork()
  const { go } = usePlaces()
  const { presence } = draft
  const give = (next: Presence, reason: string) => record({ kind: 'presence', presence: next, ...(reason === '' ? {} : { reason }) })
  return (
    <section className={styles['card']} id={placeIds.presence} tabIndex={-1} aria-labelledby="presence-title">
      <h3 id="presence-title">{t('oral:welcome.presenceQuestion')}</h3>
      <fieldset className={styles['choices']} aria-label={t('oral:welcome.presence')}>
        {CHOICES.map(({ presence: choice, Icon }) => (
          <Button
            key={choice}
            size="md"
            mih={48}
            variant={presence === choice ? 'filled' : 'default'}
            aria-pressed={presence === choice}
            leftSection={<Icon size={20} aria-hidden />}
            disabled={!writable}
            onClick={() => void give(choice, draft.presenceReason)}
          >
            {t(`domain:presence.${choice}`)}
          </Button>
        ))}
      </fieldset>
      {presence !== null && presence !== 'present' && (
        <>
          <p>{t(`oral:welcome.presenceHint.${presence}`)}</p>
          <ReasonField
            id={placeIds.presenceReason}
            label={t('oral:welcome.presenceReason')}
            recorded={recorded.presenceReason}
            required={presence !== 'absent'}
            why={t('oral:welcome.presenceReasonHint')}
            disabled={!writable}
            onReason={(reason) => give(presence, reason)}
          />
          <Button
            size="md"
            mih={48}
            className={styles['toSign'] ?? ''}
            rightSection={<IconArrowRight size={20} aria-hidden />}
            onClick={() => go({ kind: 'synthesis' }, placeIds.synthesis)}
          >
            {t('oral:welcome.goToSign')}
          </Button>
        </>
      )}
    </section>
  )
}
