import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionBoard } from '#contract/desk.ts'
import type { MandatePost } from '#contract/mandate.ts'
import type { Oral } from '#domain/exam-session.ts'
import { panelAt } from '#domain/panel-seats.ts'
import { formatMoment } from '../../shared/formatters.ts'
import styles from '../desk.module.css'
import { personName } from '../person-name.ts'

const NOBODY = ''
const ALL = ''

interface JurorMandateFormProps {
  board: SessionBoard
  onIssue: (post: MandatePost) => void
}

/** Another juror in a panel, beside the others or in one's place, on the device that juror already has. */
export function JurorMandateForm({ board, onIssue }: JurorMandateFormProps) {
  const { t } = useTranslation('vault')
  const [panelId, setPanelId] = useState(board.panels[0]?.id ?? '')
  const [chosenId, setJurorId] = useState('')
  const [replacedId, setReplacedId] = useState(NOBODY)
  const [chosenFrom, setFrom] = useState<string | null>(null)
  const panel = board.panels.find(({ id }) => id === panelId)
  const orals = panelOrals(board, panelId)
  const fromOralId = chosenFrom ?? firstWithoutSheet(board, orals) ?? (replacedId === NOBODY ? ALL : (orals.at(-1)?.id ?? ALL))
  const first = orals.find(({ id }) => id === fromOralId) ?? orals[0]
  const seated = panel && first ? panelAt(panel, first.startsAt).jurorIds : (panel?.jurorIds ?? [])
  const members = board.jurors.filter(({ id }) => seated.includes(id))
  const others = board.jurors.filter(({ id }) => !seated.includes(id))
  const jurorId = others.some(({ id }) => id === chosenId) ? chosenId : (others[0]?.id ?? '')
  const replaces = members.some(({ id }) => id === replacedId) ? replacedId : null
  const candidateOf = (oral: Oral) => board.candidates.find(({ id }) => id === oral.candidateId)
  return (
    <form
      className={styles['card']}
      onSubmit={(event) => {
        event.preventDefault()
        onIssue({ kind: 'juror', panelId, jurorId, replaces, fromOralId: fromOralId === ALL ? null : fromOralId })
      }}
    >
      <h3>{t('desk.mandate.juror')}</h3>
      <p className={styles['plain']}>{t('desk.mandate.jurorIntro')}</p>
      <NativeSelect
        label={t('desk.mandate.panel')}
        value={panelId}
        onChange={(event) => {
          setPanelId(event.currentTarget.value)
          setFrom(null)
        }}
        data={board.panels.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <NativeSelect
        label={t('desk.mandate.from')}
        value={fromOralId}
        onChange={(event) => setFrom(event.currentTarget.value)}
        data={[
          { value: ALL, label: t('desk.mandate.fromFirst') },
          ...orals.map((oral) => ({
            value: oral.id,
            label: [formatMoment(Date.parse(oral.startsAt)), candidateOf(oral)?.lastName].filter(Boolean).join(', '),
          })),
        ]}
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
      <NativeSelect
        label={t('desk.mandate.replaces')}
        description={replaces === null ? undefined : t('desk.mandate.replacesHint')}
        value={replaces ?? NOBODY}
        onChange={(event) => setReplacedId(event.currentTarget.value)}
        data={[
          { value: NOBODY, label: t('desk.mandate.replacesNobody') },
          ...members.map((juror) => ({ value: juror.id, label: personName(juror) })),
        ]}
      />
      <div className={styles['tools']}>
        <Button type="submit" disabled={jurorId === '' || panelId === ''}>
          {t('desk.mandate.issueJuror')}
        </Button>
      </div>
    </form>
  )
}

function panelOrals(board: SessionBoard, panelId: string): Oral[] {
  return board.orals.filter((oral) => oral.panelId === panelId).sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
}

/** Where a change of the day most often begins: the oral nobody has signed yet. */
function firstWithoutSheet(board: SessionBoard, orals: readonly Oral[]): string | undefined {
  return orals.find(({ id }) => !board.sheets.some(({ oralId }) => oralId === id))?.id
}
