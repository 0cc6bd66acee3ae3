import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionBoard } from '#contract/desk.ts'
import type { MandatePost } from '#contract/mandate.ts'
import styles from '../desk.module.css'
import { personName } from '../person-name.ts'

const LATE = ''

interface OralMandateFormProps {
  board: SessionBoard
  onIssue: (post: MandatePost) => void
}

/** An oral more: of somebody already in the session, or of a late candidate. */
export function OralMandateForm({ board, onIssue }: OralMandateFormProps) {
  const { t } = useTranslation('vault')
  const [candidateId, setCandidateId] = useState(LATE)
  const [late, setLate] = useState({ number: '', lastName: '', firstName: '' })
  const [panelId, setPanelId] = useState(board.panels[0]?.id ?? '')
  const [gridId, setGridId] = useState(board.grids[0]?.id ?? '')
  const [startsAt, setStartsAt] = useState('')
  const isNamed = candidateId !== LATE || Object.values(late).every((text) => text.trim() !== '')
  const startsAtMs = Date.parse(startsAt)
  const isComplete = isNamed && panelId !== '' && gridId !== '' && Number.isFinite(startsAtMs)

  const submit = () => {
    const candidate = candidateId === LATE ? { ...late, accommodations: [] } : { candidateId }
    onIssue({ kind: 'oral', candidate, panelId, gridId, startsAt: new Date(startsAtMs).toISOString() })
  }
  return (
    <form
      className={styles['card']}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <h3>{t('desk.mandate.oral')}</h3>
      <NativeSelect
        label={t('desk.mandate.candidate')}
        value={candidateId}
        onChange={(event) => setCandidateId(event.currentTarget.value)}
        data={[
          { value: LATE, label: t('desk.mandate.late') },
          ...board.candidates.map((candidate) => ({ value: candidate.id, label: `${personName(candidate)} (${candidate.number})` })),
        ]}
      />
      {candidateId === LATE &&
        (['number', 'firstName', 'lastName'] as const).map((field) => (
          <TextInput
            key={field}
            label={t(`desk.mandate.${field}`)}
            value={late[field]}
            maxLength={300}
            onChange={(event) => setLate({ ...late, [field]: event.currentTarget.value })}
          />
        ))}
      <NativeSelect
        label={t('desk.mandate.grid')}
        value={gridId}
        onChange={(event) => setGridId(event.currentTarget.value)}
        data={board.grids.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <NativeSelect
        label={t('desk.mandate.panel')}
        value={panelId}
        onChange={(event) => setPanelId(event.currentTarget.value)}
        data={board.panels.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextInput
        type="datetime-local"
        label={t('desk.mandate.startsAt')}
        value={startsAt}
        onChange={(event) => setStartsAt(event.currentTarget.value)}
      />
      <div className={styles['tools']}>
        <Button type="submit" disabled={!isComplete}>
          {t('desk.mandate.issueOral')}
        </Button>
      </div>
    </form>
  )
}
