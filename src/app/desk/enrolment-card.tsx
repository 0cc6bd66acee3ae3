import { Button, Modal, TextInput } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCopy, IconPrinter } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Juror } from '#domain/exam-session.ts'
import styles from './desk.module.css'
import { personName } from './person-name.ts'
import './enrolment-print.css'
import { QrImage } from '../shared/qr-image.tsx'

interface EnrolmentCardProps {
  shown: { juror: Juror; link: string } | null
  onClose: () => void
}

/** A new enrolment link, once: to copy, to scan, or to print and hand over. */
export function EnrolmentCard({ shown, onClose }: EnrolmentCardProps) {
  const { t } = useTranslation('desk')
  return (
    <Modal.Root opened={shown !== null} onClose={onClose} size="md" centered>
      <Modal.Overlay className="cdj-enrolment-overlay" />
      {/* Without the kit's own header: a second `header` on the page would be a second banner to a screen reader. */}
      <Modal.Content className="cdj-enrolment-content" aria-label={t('enrolment.title')}>
        <Modal.Body pt="md">{shown && <CardBody juror={shown.juror} link={shown.link} onClose={onClose} />}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

function CardBody({ juror, link, onClose }: { juror: Juror; link: string; onClose: () => void }) {
  const { t } = useTranslation('desk')
  const clipboard = useClipboard({ timeout: 4_000 })
  const field = useRef<HTMLInputElement>(null)
  const name = personName(juror)
  const copy = () => {
    // Selected first: where the clipboard is not allowed (no https), the keyboard can still copy it.
    field.current?.select()
    clipboard.copy(link)
  }
  return (
    <div className={`${styles['section']} cdj-enrolment-card`}>
      <h2>{t('enrolment.title')}</h2>
      <strong>{t('enrolment.forJuror', { name })}</strong>
      <p className={styles['plain']}>{t('enrolment.once')}</p>
      <QrImage text={link} label={t('enrolment.qr', { name })} className={styles['qr']} />
      <p className={styles['plain']}>{t('enrolment.printSteps')}</p>
      <p className={`${styles['plain']} cdj-print-only`}>{link}</p>
      <TextInput
        className="cdj-screen-only"
        ref={field}
        label={t('enrolment.link')}
        value={link}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      <p role="status" className={styles['plain']}>
        {clipboard.error ? t('enrolment.copyFailed') : clipboard.copied ? t('enrolment.copied') : ''}
      </p>
      <div className={styles['tools']}>
        <Button leftSection={<IconCopy size={18} aria-hidden />} onClick={copy}>
          {t('enrolment.copy')}
        </Button>
        <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
          {t('enrolment.print')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('enrolment.close')}
        </Button>
      </div>
    </div>
  )
}
