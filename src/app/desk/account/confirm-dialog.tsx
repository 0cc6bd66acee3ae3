import { Button, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from '../desk.module.css'

interface ConfirmDialogProps {
  title: string
  /** What will happen, and what stays safe. */
  children: ReactNode
  confirm: string
  onConfirm: () => void
  onClose: () => void
}

/** Asks before an act that somebody else will feel. */
export function ConfirmDialog({ title, children, confirm, onConfirm, onClose }: ConfirmDialogProps) {
  const { t } = useTranslation('accounts')
  return (
    <Modal.Root opened onClose={onClose} size="md" centered>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body pt="md">
          <div className={styles['section']}>
            <Modal.Title className={styles['dialogTitle']}>{title}</Modal.Title>
            <p className={styles['plain']}>{children}</p>
            <div className={styles['tools']}>
              <Button color="var(--cdj-danger)" c="var(--cdj-paper)" onClick={onConfirm}>
                {confirm}
              </Button>
              <Button variant="default" onClick={onClose} data-autofocus>
                {t('people.cancel')}
              </Button>
            </div>
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
