import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { ConfirmDialog } from '../account/confirm-dialog.tsx'
import { useAct } from '../account/use-act.ts'
import { FailureNotice } from '../answered.tsx'
import { callRoute } from '../api.ts'
import styles from '../desk.module.css'
import { usePreparedSession } from './use-prepared-session.ts'

/** The end of a session that was never published. */
export function DeleteSection() {
  const { t } = useTranslation('prepare')
  const { now, sessionId, discard, isChanged, drafts } = usePreparedSession()
  const navigate = useNavigate()
  const act = useAct()
  const [confirming, setConfirming] = useState(false)
  const [isDeleted, setDeleted] = useState(false)
  const isFree = !isChanged && drafts.size === 0
  // Only once nothing is held any more: changes not saved would keep the page.
  useEffect(() => {
    if (isDeleted && isFree) void navigate('/coordination')
  }, [isDeleted, isFree, navigate])
  const remove = async () => {
    setConfirming(false)
    const done = await act.run(() => callRoute('deletePreparation', { params: { sessionId } }))
    if (!done) return
    discard()
    setDeleted(true)
  }
  return (
    <section className={styles['card']} aria-labelledby="deletion-title">
      <h2 id="deletion-title">{t('deletion.title')}</h2>
      <p className={styles['plain']}>{t('deletion.advice')}</p>
      {act.failure && <FailureNotice failure={act.failure} />}
      <div className={styles['tools']}>
        <Button
          variant="default"
          c="var(--cdj-danger)"
          loading={act.busy || isDeleted}
          leftSection={<IconTrash size={18} aria-hidden />}
          onClick={() => setConfirming(true)}
        >
          {t('deletion.act')}
        </Button>
      </div>
      {confirming && (
        <ConfirmDialog
          title={t('deletion.confirmTitle', { title: now.session.title })}
          confirm={t('deletion.confirmAct')}
          onConfirm={() => void remove()}
          onClose={() => setConfirming(false)}
        >
          {t('deletion.confirm')}
        </ConfirmDialog>
      )}
    </section>
  )
}
