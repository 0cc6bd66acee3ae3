import { Button, NativeSelect, Radio, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CompositionFinding } from '#domain/composition.ts'
import type { PreparedPanel } from '#domain/preparation.ts'
import { panelFindings } from '#domain/preparation-check.ts'
import { formatList } from '../../../shared/formatters.ts'
import styles from '../../desk.module.css'
import { fullName, namer } from '../people-words.ts'
import own from '../prepare.module.css'
import { usePreparedSession } from '../use-prepared-session.ts'

/** One panel: its name, room and members, and what the rules of composition find. */
export function PanelCard({ panel }: { panel: PreparedPanel }) {
  const { t } = useTranslation('prepare')
  const { now, change } = usePreparedSession()
  const titleId = useId()
  const [addedId, setAddedId] = useState('')
  const orals = now.orals.filter(({ place }) => place?.panelId === panel.id).length
  const set = (changes: Partial<PreparedPanel>) =>
    change((before) => ({ ...before, panels: before.panels.map((one) => (one.id === panel.id ? { ...one, ...changes } : one)) }))
  const others = now.jurors.filter(({ id }) => !panel.jurorIds.includes(id))
  return (
    <section className={styles['card']} aria-labelledby={titleId}>
      <div className={styles['headline']}>
        <h3 id={titleId}>{panel.name}</h3>
        <span className={styles['soft']}>{t('panels.orals', { count: orals })}</span>
      </div>
      <div className={own['fields']}>
        <LineField label={t('panels.name')} value={panel.name} onChange={(name) => set({ name })} />
        <LineField label={t('panels.room')} value={panel.room} onChange={(room) => set({ room })} />
      </div>
      <Members panel={panel} set={set} />
      <div className={styles['tools']}>
        <NativeSelect
          label={t('panels.add')}
          value={addedId}
          onChange={(event) => setAddedId(event.currentTarget.value)}
          data={[{ value: '', label: '–' }, ...others.map((juror) => ({ value: juror.id, label: fullName(juror) }))]}
        />
        <Button
          variant="default"
          mt="auto"
          disabled={!others.some(({ id }) => id === addedId)}
          onClick={() => {
            set({ jurorIds: [...panel.jurorIds, addedId] })
            setAddedId('')
          }}
        >
          {t('panels.addAct')}
        </Button>
        {orals === 0 && (
          <Button
            variant="subtle"
            mt="auto"
            aria-label={t('panels.deleteOf', { panel: panel.name })}
            onClick={() => change((before) => ({ ...before, panels: before.panels.filter(({ id }) => id !== panel.id) }))}
          >
            {t('panels.delete')}
          </Button>
        )}
      </div>
      <Findings panel={panel} />
    </section>
  )
}

/** A text that may not be empty: kept when it is left, the former one when it is. */
function LineField({ label, value, onChange }: { label: string; value: string; onChange: (text: string) => void }) {
  const [written, setWritten] = useState<string | null>(null)
  return (
    <TextInput
      label={label}
      value={written ?? value}
      maxLength={300}
      onChange={(event) => setWritten(event.currentTarget.value)}
      onBlur={() => {
        const text = written?.trim() ?? ''
        if (text !== '' && text !== value) onChange(text)
        setWritten(null)
      }}
    />
  )
}

function Members({ panel, set }: { panel: PreparedPanel; set: (changes: Partial<PreparedPanel>) => void }) {
  const { t } = useTranslation('prepare')
  const { now } = usePreparedSession()
  const members = panel.jurorIds.flatMap((id) => now.jurors.find((juror) => juror.id === id) ?? [])
  if (members.length === 0) return <p className={styles['plain']}>{t('panels.nobody')}</p>
  return (
    <ul className={styles['list']} aria-label={t('panels.members')}>
      {members.map((juror) => {
        const name = fullName(juror)
        return (
          <li key={juror.id} className={own['member']}>
            <span>
              <strong>{name}</strong>
              <span className={styles['soft']}>
                {' '}
                {juror.quality}, {t(juror.external ? 'panels.external' : 'panels.internal')}
              </span>
            </span>
            <Radio
              name={`president-${panel.id}`}
              label={t('panels.presides')}
              aria-label={t('panels.presidesOf', { name, panel: panel.name })}
              checked={panel.presidentId === juror.id}
              onChange={() => set({ presidentId: juror.id })}
            />
            <Button
              variant="subtle"
              aria-label={t('panels.remove', { name, panel: panel.name })}
              onClick={() =>
                set({
                  jurorIds: panel.jurorIds.filter((id) => id !== juror.id),
                  presidentId: panel.presidentId === juror.id ? null : panel.presidentId,
                })
              }
            >
              {t('panels.removeAct')}
            </Button>
          </li>
        )
      })}
    </ul>
  )
}

function Findings({ panel }: { panel: PreparedPanel }) {
  const { t } = useTranslation('prepare')
  const { now } = usePreparedSession()
  const findings = panelFindings(now, panel)
  if (findings.length === 0) {
    return (
      <p className={styles['proofLine']}>
        <IconCircleCheck size={20} aria-hidden />
        {t('panels.fine')}
      </p>
    )
  }
  return (
    <ul className={styles['list']}>
      {findings.map((finding) => (
        <FindingLine key={finding.code} panel={panel} finding={finding} />
      ))}
    </ul>
  )
}

function FindingLine({ panel, finding }: { panel: PreparedPanel; finding: CompositionFinding }) {
  const { t } = useTranslation('prepare')
  const { now, change } = usePreparedSession()
  const { code, severity, jurorIds } = finding
  const isBlocking = severity === 'blocking'
  const Icon = isBlocking ? IconAlertTriangle : IconInfoCircle
  const given = now.compositionReasons.find((reason) => reason.panelId === panel.id && reason.code === code)?.reason ?? ''
  const setReason = (reason: string) =>
    change((before) => ({
      ...before,
      compositionReasons: [
        ...before.compositionReasons.filter((other) => other.panelId !== panel.id || other.code !== code),
        ...(code === 'halfExternal' && reason.trim() !== '' ? [{ panelId: panel.id, code, reason }] : []),
      ],
    }))
  return (
    <li>
      <p className={styles['proofLine']}>
        <Icon size={20} aria-hidden color={isBlocking ? 'var(--cdj-danger)' : 'var(--cdj-ink-soft)'} />
        <span>
          <strong>{t(isBlocking ? 'panels.blocks' : 'panels.warns')}</strong>
          {' : '}
          {t(`panels.finding.${code}`, { names: formatList(jurorIds.map(namer(now))) })}
        </span>
      </p>
      {!isBlocking && (
        <TextInput
          label={t('panels.reason')}
          description={t('panels.reasonHint')}
          value={given}
          maxLength={300}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
    </li>
  )
}
