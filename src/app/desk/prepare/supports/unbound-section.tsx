import { Anchor, Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UnboundSupport } from '#contract/prepare.ts'
import { routePath } from '#contract/routes.ts'
import { formatMoment } from '../../../shared/formatters.ts'
import { ConfirmDialog } from '../../account/confirm-dialog.tsx'
import { useAct } from '../../account/use-act.ts'
import { FailureNotice } from '../../answered.tsx'
import { callRoute } from '../../api.ts'
import styles from '../../desk.module.css'
import tableStyles from '../../table.module.css'
import { useAnswer } from '../../use-answer.ts'

const NAME_CHARACTERS = 8

/** PDFs of the whole server that no session has: looked at, then deleted. */
export function UnboundSection() {
  const { t } = useTranslation('prepare')
  const { value, reload } = useAnswer('unboundSupports')
  const act = useAct()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [confirming, setConfirming] = useState(false)
  const [deleted, setDeleted] = useState<number | null>(null)
  const status = <p role="status">{deleted !== null && t('unbound.deleted', { count: deleted })}</p>
  if (value === null || value.supports.length === 0) return deleted === null ? null : status
  const { supports } = value
  const meant = supports.filter(({ sha256 }) => chosen.has(sha256))
  const remove = async () => {
    setConfirming(false)
    const body = { sha256s: meant.map(({ sha256 }) => sha256) }
    const done = await act.run(() => callRoute('deleteUnboundSupports', { body }))
    if (!done) return
    setDeleted(done.value.deleted)
    setChosen(new Set())
    reload()
  }
  const toggle = (sha256: string) => {
    const next = new Set(chosen)
    if (!next.delete(sha256)) next.add(sha256)
    setChosen(next)
  }
  return (
    <section className={styles['section']} aria-labelledby="unbound-title">
      <h3 id="unbound-title">{t('unbound.title')}</h3>
      <p className={styles['plain']}>{t('unbound.intro')}</p>
      {act.failure && <FailureNotice failure={act.failure} />}
      {status}
      <Checkbox
        label={t('unbound.chooseAll')}
        checked={meant.length === supports.length}
        indeterminate={meant.length > 0 && meant.length < supports.length}
        onChange={(event) => setChosen(new Set(event.currentTarget.checked ? supports.map(({ sha256 }) => sha256) : []))}
      />
      <table className={tableStyles['table']} aria-labelledby="unbound-title">
        <thead>
          <tr>
            <th scope="col">{t('unbound.file')}</th>
            <th scope="col">{t('unbound.received')}</th>
            <th scope="col">{t('unbound.size')}</th>
            <th scope="col">{t('supports.act')}</th>
          </tr>
        </thead>
        <tbody>
          {supports.map((support) => (
            <UnboundRow
              key={support.sha256}
              support={support}
              isChosen={chosen.has(support.sha256)}
              onToggle={() => toggle(support.sha256)}
            />
          ))}
        </tbody>
      </table>
      <div className={styles['tools']}>
        <Button
          variant="default"
          {...(meant.length > 0 ? { c: 'var(--cdj-danger)' } : {})}
          disabled={meant.length === 0}
          loading={act.busy}
          onClick={() => setConfirming(true)}
        >
          {t('unbound.act')}
        </Button>
      </div>
      {confirming && (
        <ConfirmDialog
          title={t('unbound.confirmTitle', { count: meant.length })}
          confirm={t('unbound.confirmAct')}
          onConfirm={() => void remove()}
          onClose={() => setConfirming(false)}
        >
          {t('unbound.confirm')}
        </ConfirmDialog>
      )}
    </section>
  )
}

interface UnboundRowProps {
  support: UnboundSupport
  isChosen: boolean
  onToggle: () => void
}

function UnboundRow({ support: { sha256, bytes, receivedAt }, isChosen, onToggle }: UnboundRowProps) {
  const { t } = useTranslation('prepare')
  const name = sha256.slice(0, NAME_CHARACTERS)
  return (
    <tr>
      <th scope="row" data-label={t('unbound.file')}>
        <Checkbox label={name} aria-label={t('unbound.choose', { name })} checked={isChosen} onChange={onToggle} />
      </th>
      <td data-label={t('unbound.received')}>{receivedAt === null ? t('unbound.unknownDate') : formatMoment(Date.parse(receivedAt))}</td>
      <td data-label={t('unbound.size')} className="cdj-figures">
        {t('unbound.kilobytes', { count: Math.ceil(bytes / 1_024) })}
      </td>
      <td data-label={t('supports.act')}>
        <Anchor href={routePath('unboundSupport', { sha256 })} download aria-label={t('unbound.openOf', { name })}>
          {t('unbound.open')}
        </Anchor>
      </td>
    </tr>
  )
}
