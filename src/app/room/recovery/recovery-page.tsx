import { Anchor, Button } from '@mantine/core'
import { useObservable } from 'dexie-react-hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { Notebook } from '#device/notebook.ts'
import { type NotebookSummary, watchNotebooks } from '#device/notebooks.ts'
import { abandonRecovery, type PendingRecovery, startRecovery } from '#device/recovery.ts'
import { formatMoment } from '../../shared/formatters.ts'
import { PageHeader } from '../../shared/page-header.tsx'
import { useBreakPage } from '../../shared/use-break-page.ts'
import formStyles from '../forms.module.css'
import panelStyles from '../panel.module.css'
import { RoomFrame } from '../room-frame.tsx'
import { useRoomStore } from '../room-store.ts'
import styles from './recovery.module.css'
import { RecoveryAnswer } from './recovery-answer.tsx'
import { RecoveryRequest } from './recovery-request.tsx'

/** « J'ai oublié ma phrase secrète »: ask the coordinator, read the answer, choose a new one. Works without a network. */
export function RecoveryPage() {
  const { t } = useTranslation(['vault', 'shared'])
  const notebooks = useObservable(watchNotebooks, [])
  return (
    <RoomFrame>
      <PageHeader title={t('recovery.title')}>{t('recovery.subtitle')}</PageHeader>
      {notebooks === undefined ? (
        <p role="status">{t('shared:loading')}</p>
      ) : notebooks.length === 0 ? (
        <p>{t('recovery.none')}</p>
      ) : (
        <RecoverySteps notebooks={notebooks} />
      )}
      <Anchor component={Link} to="/salle" className={styles['back'] ?? ''}>
        {t('recovery.back')}
      </Anchor>
    </RoomFrame>
  )
}

function RecoverySteps({ notebooks }: { notebooks: readonly NotebookSummary[] }) {
  const { t } = useTranslation('vault')
  const breakPage = useBreakPage()
  const navigate = useNavigate()
  const open = useRoomStore((state) => state.open)
  const [vaultId, setVaultId] = useState(notebooks[0]?.vaultId ?? '')
  const [pending, setPending] = useState<PendingRecovery | null>(null)
  const [answer, setAnswer] = useState<string | null>(null)

  const prepare = async () => setPending(await startRecovery(vaultId))
  const abandon = async () => {
    await abandonRecovery(vaultId)
    setPending(null)
    setAnswer(null)
  }
  const reopened = (notebook: Notebook) => {
    open(notebook)
    void navigate('/salle')
  }
  if (pending === null) {
    return (
      <section className={panelStyles['panel']}>
        {notebooks.length > 1 && <NotebookChoice notebooks={notebooks} vaultId={vaultId} onChoose={setVaultId} />}
        <Button size="lg" onClick={() => void prepare().catch(breakPage)}>
          {t('recovery.prepare')}
        </Button>
      </section>
    )
  }
  return (
    <>
      <RecoveryRequest vaultId={vaultId} pending={pending} onAnswer={setAnswer} isAnswered={answer !== null} />
      <RecoveryAnswer key={answer} vaultId={vaultId} given={answer} onReopened={reopened} />
      <div>
        <Button variant="subtle" size="lg" onClick={() => void abandon().catch(breakPage)}>
          {t('recovery.abandon')}
        </Button>
      </div>
    </>
  )
}

interface NotebookChoiceProps {
  notebooks: readonly NotebookSummary[]
  vaultId: string
  onChoose: (vaultId: string) => void
}

function NotebookChoice({ notebooks, vaultId, onChoose }: NotebookChoiceProps) {
  const { t } = useTranslation(['vault', 'room'])
  return (
    <fieldset className={formStyles['choices']}>
      <legend>{t('recovery.choose')}</legend>
      {notebooks.map((notebook) => (
        <label key={notebook.vaultId} className={formStyles['choice']}>
          <input
            type="radio"
            name="notebook"
            value={notebook.vaultId}
            checked={vaultId === notebook.vaultId}
            onChange={() => onChoose(notebook.vaultId)}
          />
          <span>
            <strong>{notebook.label}</strong>
            <small>{t('room:unlock.createdAt', { moment: formatMoment(notebook.createdAt) })}</small>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
