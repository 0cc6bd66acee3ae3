import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionBoard } from '#contract/desk.ts'
import type { MandatePost } from '#contract/mandate.ts'
import { personName } from '../concern-list.tsx'
import styles from '../desk.module.css'

interface JurorMandateFormProps {
  board: SessionBoard
  onIssue: (post: MandatePost) => void
}

/** Another juror in a panel, on the device that juror already has. */
export function JurorMandateForm({ board, onIssue }: JurorMandateFormProps) {
  const { t } = useTranslation('vault')
  const [panelId, setPanelId] = useState(board.panels[0]?.id ?? '')
  const [chosenId, setJurorId] = useState('')
  const seated = board.panels.find(({ id }) => id === panelId)?.jurorIds ?? []
  const others = board.jurors.filter(({ id }) => !seated.includes(id))
  const jurorId = others.some(({ id }) => id === chosenId) ? chosenId : (others[0]?.id ?? '')
  return (
    <form
      className={styles['card']}
      onSubmit={(event) => {
        event.preventDefault()
        onIssue({ kind: 'juror', panelId, jurorId })
      }}
    >
      <h3>{t('desk.mandate.juror')}</h3>
      <p className={styles['plain']}>{t('desk.mandate.jurorIntro')}</p>
      <NativeSelect
        label={t('desk.mandate.panel')}
        value={panelId}
        onChange={(event) => setPanelId(event.currentTarget.value)}
        data={board.panels.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {others.length === 0 ? (
        <p className={styles['plain']}>{t('desk.mandate.noJuror')}</p>
      ) : (
        <NativeSelect
          label={t('desk.mandate.who')}
          value={jurorId}
          onChange={(event) => setJurorId(event.currentTarget.value)}
          data={others.map((juror) => ({ value: juror.id, label: personName(juror) }))}
        />
      )}
      <div className={styles['tools']}>
        <Button type="submit" disabled={jurorId === '' || panelId === ''}>
          {t('desk.mandate.issueJuror')}
        </Button>
      </div>
    </form>
  )
}
