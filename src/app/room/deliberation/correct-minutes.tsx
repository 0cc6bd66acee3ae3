import { Button, Textarea } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { changeFacts } from '#device/deliberation/facts.ts'
import type { KeptMinutes } from '#device/deliberation/kept-minutes.ts'
import { factsOf } from '#domain/compose-minutes.ts'
import { uniteRecusals } from '#domain/minutes.ts'
import { useNotebook } from '../notebook-context.tsx'
import styles from './deliberation.module.css'
import { NotSaved } from './not-saved.tsx'
import { useChange } from './use-change.ts'

/** Begins minutes that correct signed ones: the decisions open again, the signed ones stay as they are. */
export function CorrectMinutes({ kept }: { kept: KeptMinutes }) {
  const { t } = useTranslation('deliberation')
  const notebook = useNotebook()
  const navigate = useNavigate()
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const { failure, change } = useChange()
  const { panel, day } = kept.minutes
  const begin = () =>
    change(async () => {
      const corrective = { ...factsOf(kept.minutes), amends: { hash: kept.hash, reason: reason.trim() } }
      await changeFacts(notebook, { panelId: panel.id, day }, corrective, ({ recusals }) => ({
        ...corrective,
        recusals: uniteRecusals(corrective.recusals, recusals),
      }))
      await navigate(`/salle/deliberation/${panel.id}/${day}/pv`)
    })
  if (!isOpen) {
    return (
      <div>
        <Button variant="default" size="lg" leftSection={<IconPencil size={22} aria-hidden />} onClick={() => setOpen(true)}>
          {t('kept.correct')}
        </Button>
      </div>
    )
  }
  return (
    <form
      className={styles['panel']}
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim() !== '') void begin()
      }}
    >
      <Textarea
        size="md"
        autosize
        minRows={2}
        required
        label={t('kept.correctReason')}
        description={t('kept.correctHint')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <NotSaved failure={failure} />
      <div>
        <Button type="submit" size="lg" disabled={reason.trim() === ''}>
          {t('kept.correctStart')}
        </Button>
      </div>
    </form>
  )
}
