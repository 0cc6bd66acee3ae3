import { Button, TextInput } from '@mantine/core'
import { IconFingerprint } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MySecurity } from '#contract/accounts.ts'
import { formatMoment } from '../../shared/formatters.ts'
import { Notice } from '../../shared/notice.tsx'
import styles from '../desk.module.css'
import { PasskeyFailure } from './passkey-failure.tsx'
import { addPasskey, type PasskeyOutcome, removePasskey } from './passkeys.ts'

interface PasskeysSectionProps {
  passkeys: MySecurity['passkeys']
  onChanged: () => void
}

/** The passkeys of one's account: seen, added, removed. */
export function PasskeysSection({ passkeys, onChanged }: PasskeysSectionProps) {
  const { t } = useTranslation('accounts')
  const [name, setName] = useState('')
  const [busy, setBusy] = useState(false)
  const [nameMissing, setNameMissing] = useState(false)
  const [failure, setFailure] = useState<PasskeyOutcome | null>(null)
  const [done, setDone] = useState<'done' | 'removed' | null>(null)

  const act = async (call: () => Promise<PasskeyOutcome>, words: 'done' | 'removed') => {
    setBusy(true)
    setFailure(null)
    setDone(null)
    const outcome = await call()
    setBusy(false)
    if (outcome.outcome !== 'ok') return setFailure(outcome)
    setDone(words)
    setName('')
    onChanged()
  }
  const add = async (event: FormEvent) => {
    event.preventDefault()
    setNameMissing(name.trim() === '')
    if (name.trim() !== '') await act(() => addPasskey(name.trim()), 'done')
  }

  return (
    <section className={styles['card']} aria-labelledby="account-passkeys">
      <h2 id="account-passkeys">{t('account.passkeys.title')}</h2>
      <p className={styles['plain']}>{t('account.passkeys.intro')}</p>
      <PasskeyFailure outcome={failure} />
      {done && <Notice tone="info" role="status" title={t(`account.passkeys.${done}`)} />}
      {passkeys.length === 0 ? (
        <p className={styles['plain']}>{t('account.passkeys.none')}</p>
      ) : (
        <ul className={styles['list']}>
          {passkeys.map((passkey) => {
            const label = passkey.name ?? t('account.passkeys.unnamed')
            return (
              <li key={passkey.id} className={styles['headline']}>
                <span>
                  <strong>{label}</strong>{' '}
                  {passkey.createdAt && (
                    <span className={styles['soft']}>
                      {t('account.passkeys.added', { when: formatMoment(Date.parse(passkey.createdAt)) })}
                    </span>
                  )}
                </span>
                <Button variant="default" size="sm" disabled={busy} onClick={() => void act(() => removePasskey(passkey.id), 'removed')}>
                  {t('account.passkeys.remove')}
                  <span className="cdj-visually-hidden"> {t('account.passkeys.removeNamed', { name: label })}</span>
                </Button>
              </li>
            )
          })}
        </ul>
      )}
      <form className={styles['tools']} noValidate onSubmit={(event) => void add(event)} style={{ alignItems: 'flex-end' }}>
        <TextInput
          label={t('account.passkeys.nameLabel')}
          description={t('account.passkeys.nameHint')}
          maxLength={100}
          style={{ flex: '1 1 240px' }}
          maw={360}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={nameMissing && t('account.passkeys.nameMissing')}
        />
        <Button type="submit" variant="default" loading={busy} leftSection={<IconFingerprint size={18} aria-hidden />}>
          {t('account.passkeys.add')}
        </Button>
      </form>
    </section>
  )
}
