import { Button, Switch, TextInput } from '@mantine/core'
import { IconExternalLink, IconScreenShare } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimerReading } from '#domain/timer.ts'
import { LineForm } from '../line-form.tsx'
import { useOralWork } from '../oral-work.ts'
import type { CountdownWindow } from './countdown-window.tsx'
import { useSoundSetting } from './sound-setting.ts'
import styles from './timer.module.css'
import { useTimerActs } from './use-timer-acts.ts'
import { prepareSound } from './warning-sound.ts'

const EXTENSIONS_MINUTES = [1, 2, 5, 10]

interface TimerMoreProps {
  reading: TimerReading
  countdownWindow: CountdownWindow
  onShowCountdown: () => void
  onDone: () => void
}

/** The rarer acts: add time, note an incident, show the time to the candidate, mute. */
export function TimerMore({ reading, countdownWindow, onShowCountdown, onDone }: TimerMoreProps) {
  const { t } = useTranslation('oral')
  const { writable } = useOralWork()
  const { give } = useTimerActs()
  const { soundOn, setSoundOn } = useSoundSetting()
  const started = reading.status !== 'ready'
  return (
    <div className={styles['more']}>
      <div className={styles['chips']}>
        <Button variant="default" mih={48} leftSection={<IconScreenShare size={20} aria-hidden />} onClick={onShowCountdown}>
          {t('timer.countdown')}
        </Button>
        <Button variant="default" mih={48} leftSection={<IconExternalLink size={20} aria-hidden />} onClick={countdownWindow.open}>
          {t('timer.countdownWindow')}
        </Button>
      </div>
      {countdownWindow.blocked && (
        <p role="alert" className={styles['wakeLock']}>
          {t('timer.countdownBlocked')}
        </p>
      )}
      <Switch
        size="md"
        label={t('timer.sound')}
        checked={soundOn}
        onChange={(event) => {
          setSoundOn(event.currentTarget.checked)
          void prepareSound()
        }}
      />
      {started && <ExtendTime disabled={!writable} onDone={onDone} />}
      {started && (
        <LineForm
          label={t('timer.incidentNote')}
          submit={t('timer.incidentSave')}
          disabled={!writable}
          onLine={(note) => {
            void give({ type: 'incident', note })
            onDone()
          }}
        />
      )}
    </div>
  )
}

function ExtendTime({ disabled, onDone }: { disabled: boolean; onDone: () => void }) {
  const { t } = useTranslation('oral')
  const { give } = useTimerActs()
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const extend = (minutes: number) => {
    setAsked(true)
    if (reason.trim() === '') return
    void give({ type: 'extend', ms: minutes * 60_000, reason: reason.trim() })
    onDone()
  }
  return (
    <fieldset className={styles['question']}>
      <legend>{t('timer.extendTitle')}</legend>
      <TextInput
        label={t('timer.extendReason')}
        size="md"
        maxLength={300}
        value={reason}
        disabled={disabled}
        error={asked && reason.trim() === '' ? t('timer.extendReasonMissing') : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={styles['chips']}>
        {EXTENSIONS_MINUTES.map((minutes) => (
          <Button key={minutes} variant="default" mih={48} disabled={disabled} onClick={() => extend(minutes)}>
            {t('timer.extendMinutes', { count: minutes })}
          </Button>
        ))}
      </div>
    </fieldset>
  )
}
