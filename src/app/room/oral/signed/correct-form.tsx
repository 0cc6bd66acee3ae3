import { Button, Textarea } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../../shared/notice.tsx'
import { failureCode } from '../use-gestures.ts'
import styles from './signed.module.css'

/** Reopens the sheet as its next version, with a reason that stays visible. */
export function CorrectForm({ onCorrect }: { onCorrect: (reason: string) => Promise<unknown> }) {
  const { t } = useTranslation(['oral', 'shared'])
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [failure, setFailure] = useState<ReturnType<typeof failureCode> | null>(null)
  const correct = async () => {
    try {
      await onCorrect(reason.trim())
    } catch (error) {
      setFailure(failureCode(error))
    }
  }
  if (!open) {
    return (
      <Button variant="default" mih={48} leftSection={<IconPencil size={20} aria-hidden />} onClick={() => setOpen(true)}>
        {t('oral:signed.correct')}
      </Button>
    )
  }
  return (
    <form
      className={styles['correct']}
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim() !== '') void correct()
      }}
    >
      <Textarea
        label={t('oral:signed.correctReason')}
        description={t('oral:signed.correctHint')}
        size="md"
        required
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={styles['acts']}>
        <Button type="submit" mih={48} disabled={reason.trim() === ''}>
          {t('oral:signed.correctConfirm')}
        </Button>
        <Button variant="default" mih={48} onClick={() => setOpen(false)}>
          {t('shared:actions.cancel')}
        </Button>
      </div>
      {failure !== null && <Notice tone="danger" role="alert" title={t(`oral:failure.${failure}`)} />}
    </form>
  )
}
