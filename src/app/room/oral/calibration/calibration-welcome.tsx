import { Button } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Calibration } from '#domain/calibration.ts'
import { Notice } from '../../../shared/notice.tsx'
import { useOralWork } from '../oral-work.ts'
import { placeIds, usePlaces } from '../places.tsx'
import styles from '../welcome/welcome.module.css'

/** Before an invented case: the case itself, and that nothing of it counts. Nobody comes in: starting says all there is to say of presence. */
export function CalibrationWelcome({ calibration }: { calibration: Calibration }) {
  const { t } = useTranslation('calibration')
  const { subject, draft, record, writable } = useOralWork()
  const { go } = usePlaces()
  const first = subject.grid.sections[0]
  const start = async () => {
    if (draft.presence === null && !(await record({ kind: 'presence', presence: 'present' }))) return
    if (first) go({ kind: 'section', sectionId: first.id }, placeIds.section(first.id))
  }
  return (
    <div className={styles['welcome']}>
      <h2 id={placeIds.welcome} tabIndex={-1}>
        {t('welcome.title')}
      </h2>
      <section className={styles['card']} aria-labelledby={placeIds.welcome}>
        <p className={styles['prose']}>{calibration.text}</p>
      </section>
      <section className={styles['card']} id={placeIds.presence} tabIndex={-1}>
        <p>{t('welcome.rule', { count: calibration.minutes })}</p>
        <p>{t('welcome.never')}</p>
        {calibration.withdrawnAt === undefined ? (
          <div>
            <Button
              size="md"
              mih={48}
              rightSection={<IconArrowRight size={20} aria-hidden />}
              disabled={!writable}
              onClick={() => void start()}
            >
              {t('welcome.start')}
            </Button>
          </div>
        ) : (
          <Notice tone="info" title={t('withdrawn.title')}>
            {t('withdrawn.nothingToDo')}
          </Notice>
        )}
      </section>
    </div>
  )
}
