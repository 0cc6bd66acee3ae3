import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { accountNameSchema } from '#contract/accounts.ts'
import { Notice } from '../../shared/notice.tsx'
import { FailureNotice } from '../answered.tsx'
import { callRoute } from '../api.ts'
import styles from '../desk.module.css'
import { useMe } from '../rights.ts'
import { useAct } from './use-act.ts'

/** The name others see in the journal. */
export function NameSection() {
  const { t } = useTranslation('accounts')
  const me = useMe()
  const [typed, setTyped] = useState<string | null>(null)
  const [state, setState] = useState<'idle' | 'missing' | 'saved'>('idle')
  const { busy, failure, run } = useAct()
  const name = typed ?? me?.coordinator?.name ?? ''

  const save = async (event: FormEvent) => {
    event.preventDefault()
    const read = accountNameSchema.safeParse(name)
    if (!read.success) return setState('missing')
    setState('idle')
    if (!(await run(() => callRoute('renameMe', { body: { name: read.data } })))) return
    setState('saved')
    me?.reload()
  }

  return (
    <section className={styles['card']} aria-labelledby="account-name">
      <h2 id="account-name">{t('account.name.title')}</h2>
      {failure && <FailureNotice failure={failure} />}
      {state === 'saved' && <Notice tone="info" role="status" title={t('account.saved')} />}
      <form className={styles['tools']} noValidate onSubmit={(event) => void save(event)} style={{ alignItems: 'flex-end' }}>
        <TextInput
          label={t('account.name.label')}
          autoComplete="name"
          maw={360}
          style={{ flex: '1 1 240px' }}
          value={name}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={state === 'missing' && t('account.name.missing')}
        />
        <Button type="submit" variant="default" loading={busy}>
          {t('account.name.submit')}
        </Button>
      </form>
    </section>
  )
}
