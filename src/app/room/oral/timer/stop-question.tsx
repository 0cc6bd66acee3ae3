import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import styles from './timer.module.css'

/** Asked in place, never over the work: the oral's time is a fact, but stopping it can be taken back. */
export function StopQuestion({ onStop, onCancel }: { onStop: () => void; onCancel: () => void }) {
  const { t } = useTranslation(['oral', 'shared'])
  return (
    <fieldset className={styles['question']}>
      <legend>{t('oral:timer.stopQuestion')}</legend>
      <div className={styles['chips']}>
        <Button mih={48} onClick={onStop}>
          {t('oral:timer.stopConfirm')}
        </Button>
        <Button mih={48} variant="default" onClick={onCancel}>
          {t('shared:actions.cancel')}
        </Button>
      </div>
    </fieldset>
  )
}
