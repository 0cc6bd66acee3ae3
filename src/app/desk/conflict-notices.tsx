import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { SessionBoard } from '#contract/desk.ts'
import { Notice } from '../shared/notice.tsx'
import { personName } from './person-name.ts'
import { useMay } from './rights.ts'

/** Links that keep a panel from sitting, before anything else: each leads to the act that solves it. */
export function ConflictNotices({ board }: { board: SessionBoard }) {
  const { t } = useTranslation('prepare')
  const may = useMay()
  const nameOf = (id: string) => {
    const person = [...board.candidates, ...board.jurors].find((one) => one.id === id)
    return person ? personName(person) : id
  }
  const path = `/coordination/sessions/${encodeURIComponent(board.session.id)}/preparation/jurys`
  return board.conflicts.map(({ panelId, jurorId, candidateId }) => (
    <Notice
      key={`${panelId}/${jurorId}/${candidateId}`}
      tone="danger"
      title={t('links.concern', {
        juror: nameOf(jurorId),
        candidate: nameOf(candidateId),
        panel: board.panels.find(({ id }) => id === panelId)?.name ?? panelId,
      })}
      actions={
        may('savePreparation') && (
          <Button component={Link} to={path}>
            {t('links.concernAct')}
          </Button>
        )
      }
    >
      <p>{t('links.concernAdvice')}</p>
    </Notice>
  ))
}
