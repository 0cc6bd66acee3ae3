import { Button, PasswordInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MySecurity } from '#contract/accounts.ts'
import { Notice } from '../../shared/notice.tsx'
import { FailureNotice } from '../answered.tsx'
import styles from '../desk.module.css'
import { removeOwnSecondFactor, renewRecoveryCodes, type StartedSecondFactor, startSecondFactor } from './own-account.ts'
import { RecoveryCodes } from './recovery-codes.tsx'
import { SecondFactorSetup } from './second-factor-setup.tsx'
import { useAct } from './use-act.ts'

type Step = { is: 'rest' } | { is: 'setup'; started: StartedSecondFactor } | { is: 'codes'; codes: readonly string[] } | { is: 'removed' }
type Asked = 'start' | 'renew' | 'remove'

/** The code on the telephone: added, with its recovery codes, or taken off. Each act asks for the password again. */
export function SecondFactorSection({ security, onChanged }: { security: MySecurity; onChanged: () => void }) {
  const { t } = useTranslation('accounts')
  const [step, setStep] = useState<Step>({ is: 'rest' })
  return (
    <section className={styles['card']} aria-labelledby="account-second-factor">
      <h2 id="account-second-factor">{t('account.secondFactor.title')}</h2>
      <p className={styles['plain']}>{t('account.secondFactor.intro')}</p>
      {step.is === 'removed' && <Notice tone="info" role="status" title={t('account.secondFactor.removed')} />}
      {(step.is === 'rest' || step.is === 'removed') && (
        <>
          <p className={styles['plain']}>
            <SecondFactorState security={security} />
          </p>
          <PasswordAsk
            acts={security.hasSecondFactor ? ['renew', 'remove'] : ['start']}
            onStarted={(started) => setStep({ is: 'setup', started })}
            onRenewed={(codes) => setStep({ is: 'codes', codes })}
            onRemoved={() => {
              setStep({ is: 'removed' })
              onChanged()
            }}
          />
        </>
      )}
      {step.is === 'setup' && (
        <SecondFactorSetup
          uri={step.started.totpURI}
          onCancel={() => setStep({ is: 'rest' })}
          onAdded={() => setStep({ is: 'codes', codes: step.started.backupCodes })}
        />
      )}
      {step.is === 'codes' && (
        <RecoveryCodes
          codes={step.codes}
          onKept={() => {
            setStep({ is: 'rest' })
            onChanged()
          }}
        />
      )}
    </section>
  )
}

function SecondFactorState({ security: { hasSecondFactor, recoveryCodesLeft } }: { security: MySecurity }) {
  const { t } = useTranslation('accounts')
  if (!hasSecondFactor) return <strong>{t('account.secondFactor.off')}</strong>
  return (
    <>
      <strong>{t('account.secondFactor.on')}</strong>{' '}
      {recoveryCodesLeft === 0
        ? t('account.secondFactor.codesNone')
        : recoveryCodesLeft !== null && t('account.secondFactor.codesLeft', { count: recoveryCodesLeft })}
    </>
  )
}

interface PasswordAskProps {
  acts: readonly Asked[]
  onStarted: (started: StartedSecondFactor) => void
  onRenewed: (codes: readonly string[]) => void
  onRemoved: () => void
}

function PasswordAsk({ acts, onStarted, onRenewed, onRemoved }: PasswordAskProps) {
  const { t } = useTranslation('accounts')
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState(false)
  const { busy, failure, run } = useAct()

  const ask = async (act: Asked) => {
    setMissing(password === '')
    if (password === '') return
    if (act === 'start') {
      const started = await run(() => startSecondFactor(password))
      if (started) onStarted(started.value)
    } else if (act === 'renew') {
      const renewed = await run(() => renewRecoveryCodes(password))
      if (renewed) onRenewed(renewed.value.backupCodes)
    } else if (await run(() => removeOwnSecondFactor(password))) onRemoved()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const [first] = acts
    if (first) void ask(first)
  }

  return (
    <form className={styles['section']} noValidate onSubmit={submit}>
      {failure && <FailureNotice failure={failure} />}
      <PasswordInput
        label={t('account.secondFactor.password')}
        autoComplete="current-password"
        maw={360}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={missing && t('password.currentMissing')}
      />
      <div className={styles['tools']}>
        {acts.map((act, place) => (
          <Button
            key={act}
            type={place === 0 ? 'submit' : 'button'}
            variant="default"
            loading={busy}
            onClick={place === 0 ? undefined : () => void ask(act)}
          >
            {t(`account.secondFactor.${act}`)}
          </Button>
        ))}
      </div>
    </form>
  )
}
