import { Button, Modal } from '@mantine/core'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Juror } from '#domain/exam-session.ts'
import { saveFile } from '../../shared/save-file.ts'
import styles from '../desk.module.css'
import { personName } from '../person-name.ts'
import '../enrolment-print.css'

interface OfflineEnrolmentCardProps {
  shown: { juror: Juror; file: string; code: string } | null
  onClose: () => void
}

const MEDIA_TYPE = 'application/vnd.carnet-de-jury.inscription+json'

/** An enrolment for a device without a network, once: a file to carry, and a code to tell another way. */
export function OfflineEnrolmentCard({ shown, onClose }: OfflineEnrolmentCardProps) {
  const { t } = useTranslation('desk')
  return (
    <Modal.Root opened={shown !== null} onClose={onClose} size="md" centered>
      <Modal.Overlay className="cdj-enrolment-overlay" />
      <Modal.Content className="cdj-enrolment-content" aria-label={t('offline.title')}>
        <Modal.Body pt="md">{shown && <CardBody {...shown} onClose={onClose} />}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

function CardBody({ juror, file, code, onClose }: { juror: Juror; file: string; code: string; onClose: () => void }) {
  const { t } = useTranslation('desk')
  return (
    <div className={`${styles['section']} cdj-enrolment-card`}>
      <h2>{t('offline.title')}</h2>
      <strong>{t('enrolment.forJuror', { name: personName(juror) })}</strong>
      <ol className={styles['steps']}>
        <li>{t('offline.step.file')}</li>
        <li>{t('offline.step.code')}</li>
        <li>{t('offline.step.open')}</li>
      </ol>
      <p className={styles['bigCode']}>
        <span className="cdj-visually-hidden">{t('offline.code')} </span>
        {code}
      </p>
      <p className={styles['plain']}>{t('offline.once')}</p>
      <p className={styles['plain']}>{t('offline.limits')}</p>
      <div className={styles['tools']}>
        <Button leftSection={<IconDownload size={18} aria-hidden />} onClick={() => saveFile(fileName(), file, MEDIA_TYPE)}>
          {t('offline.save')}
        </Button>
        <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
          {t('offline.print')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('enrolment.close')}
        </Button>
      </div>
    </div>
  )
}

/** Nothing personal in a name that may travel by mail: `carnet-2026-11-24-0830.inscription`. */
function fileName(): string {
  const now = new Date()
  const two = (part: number) => String(part).padStart(2, '0')
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  return `carnet-${day}-${two(now.getHours())}${two(now.getMinutes())}.inscription`
}
