import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useOralWork } from '../oral-work.ts'
import { placeIds } from '../places.tsx'
import styles from './welcome.module.css'

export function IdentityCheck() {
  const { t } = useTranslation('oral')
  const { draft, record, writable } = useOralWork()
  return (
    <section className={styles['card']} aria-labelledby="identity-title">
      <h3 id="identity-title">{t('welcome.identity')}</h3>
      <Checkbox
        id={placeIds.identity}
        size="md"
        label={t('welcome.identityCheck')}
        description={t('welcome.identityHint')}
        checked={draft.identityChecked}
        disabled={!writable}
        onChange={(event) => void record({ kind: 'identity', checked: event.currentTarget.checked })}
      />
    </section>
  )
}
