import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { TableOral } from '#device/deliberation/table.ts'
import { agreedPresence } from '#domain/decision-draft.ts'
import type { Presence } from '#domain/entry.ts'
import styles from './deliberation.module.css'
import type { EditDecision } from './oral-deliberation-props.ts'

const PRESENCES: readonly Presence[] = ['present', 'absent', 'abandoned', 'interrupted']

interface PresenceChoiceProps {
  table: TableOral
  isFrozen: boolean
  onChange: EditDecision
}

/** Whether the oral took place: asked only when the sheets do not all say the candidate was there. */
export function PresenceChoice({ table, isFrozen, onChange }: PresenceChoiceProps) {
  const { t } = useTranslation(['deliberation', 'domain'])
  const agreed = agreedPresence(table.sheets.map(({ sheet }) => sheet))
  const chosen = table.draft.presence ?? agreed
  if (agreed === 'present' && table.draft.presence === null) return null
  return (
    <section className={styles['panel']} aria-labelledby="presence-title">
      <h2 id="presence-title">{t('deliberation:oral.presence')}</h2>
      {agreed === null && table.sheets.length > 1 && <p>{t('deliberation:oral.presenceDiffers')}</p>}
      <div className={styles['row']}>
        {PRESENCES.map((presence) => (
          <Button
            key={presence}
            mih={48}
            variant={chosen === presence ? 'filled' : 'default'}
            aria-pressed={chosen === presence}
            disabled={isFrozen}
            onClick={() => void onChange((draft) => ({ ...draft, presence }))}
          >
            {t(`domain:presence.${presence}`)}
          </Button>
        ))}
      </div>
    </section>
  )
}
