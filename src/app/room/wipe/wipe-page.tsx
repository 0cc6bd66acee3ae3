import { Button, Checkbox } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { DeviceError } from '#device/device-error.ts'
import type { OutboxSummary } from '#device/outbox.ts'
import { readWipeObstacles, type WipeObstacles, wipeNotebook, wipeProposedAt } from '#device/wipe.ts'
import { formatDate } from '../../shared/formatters.ts'
import { Notice } from '../../shared/notice.tsx'
import { PageHeader } from '../../shared/page-header.tsx'
import { useBreakPage } from '../../shared/use-break-page.ts'
import { useNotebook } from '../notebook-context.tsx'
import panelStyles from '../panel.module.css'
import { useRoomStore } from '../room-store.ts'

/** « Fin de session »: wipes the notebook once everything is delivered, or says what is still to deliver. */
export function WipePage({ outbox }: { outbox: OutboxSummary | undefined }) {
  const { t } = useTranslation(['vault', 'shared'])
  const notebook = useNotebook()
  const breakPage = useBreakPage()
  const [obstacles, setObstacles] = useState<WipeObstacles | null>(null)
  // Looked at anew whenever a sheet is signed or delivered.
  useEffect(() => {
    void outbox
    readWipeObstacles(notebook).then(setObstacles, breakPage)
  }, [notebook, outbox, breakPage])
  const until = formatDate(new Date(wipeProposedAt(notebook.package)).toISOString().slice(0, 10))
  return (
    <>
      <PageHeader title={t('wipe.title')}>{t('wipe.subtitle', { date: until })}</PageHeader>
      {obstacles === null ? (
        <p role="status">{t('shared:loading')}</p>
      ) : obstacles.undelivered > 0 ? (
        <Undelivered count={obstacles.undelivered} />
      ) : (
        <WipeForm drafts={obstacles.drafts} />
      )}
    </>
  )
}

function Undelivered({ count }: { count: number }) {
  const { t } = useTranslation('vault')
  return (
    <Notice
      tone="device"
      title={t('wipe.undelivered', { count })}
      actions={
        <>
          <Button component={Link} to="/salle/plis" size="lg">
            {t('wipe.deliver')}
          </Button>
          <Button component={Link} to="/salle/transfert" variant="default" size="lg">
            {t('wipe.carry')}
          </Button>
        </>
      }
    >
      <p>{t('wipe.undeliveredDetail')}</p>
    </Notice>
  )
}

type Refusal = 'writing' | 'changed' | 'failed'

function WipeForm({ drafts }: { drafts: number }) {
  const { t } = useTranslation('vault')
  const notebook = useNotebook()
  const breakPage = useBreakPage()
  const navigate = useNavigate()
  const lock = useRoomStore((state) => state.lock)
  const [isSure, setSure] = useState(false)
  const [givesUp, setGivesUp] = useState(false)
  const [isWiping, setWiping] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)

  const wipe = async () => {
    setWiping(true)
    setRefusal(null)
    const outcome = await wipeOrSay(() => wipeNotebook(notebook, { giveUpDrafts: givesUp }))
    setWiping(false)
    if (!outcome.ok) return setRefusal(outcome.code === 'writing' || outcome.code === 'failed' ? outcome.code : 'changed')
    await navigate('/salle/efface')
    lock()
  }
  const isReady = isSure && (drafts === 0 || givesUp)
  return (
    <section className={panelStyles['panel']}>
      <h2>{t('wipe.what')}</h2>
      <p>{t('wipe.detail')}</p>
      <p>{t('wipe.proof')}</p>
      {drafts > 0 && (
        <Checkbox
          size="md"
          checked={givesUp}
          onChange={(event) => setGivesUp(event.currentTarget.checked)}
          label={t('wipe.drafts', { count: drafts })}
        />
      )}
      <Checkbox size="md" checked={isSure} onChange={(event) => setSure(event.currentTarget.checked)} label={t('wipe.sure')} />
      {refusal && (
        <Notice tone="danger" role="alert" title={t(`wipe.refused.${refusal}.title`)}>
          <p>{t(`wipe.refused.${refusal}.detail`)}</p>
        </Notice>
      )}
      <Button color="red" size="lg" disabled={!isReady} loading={isWiping} onClick={() => void wipe().catch(breakPage)}>
        {t('wipe.submit')}
      </Button>
    </section>
  )
}

/** The device's own failures as data; what is broken otherwise goes on. */
async function wipeOrSay(
  attempt: () => ReturnType<typeof wipeNotebook>,
): Promise<Awaited<ReturnType<typeof wipeNotebook>> | { ok: false; code: 'failed' }> {
  try {
    return await attempt()
  } catch (error) {
    if (error instanceof DeviceError) return { ok: false, code: 'failed' }
    throw error
  }
}
