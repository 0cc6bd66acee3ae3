import { Button, Checkbox, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { MinutesFacts } from '#domain/compose-minutes.ts'
import { checkComposition } from '#domain/composition.ts'
import { formatTime } from '../../shared/formatters.ts'
import { useNotebook } from '../notebook-context.tsx'
import { ReasonField } from '../oral/reason-field.tsx'
import styles from './deliberation.module.css'
import type { FactsFormProps } from './facts-form-props.ts'
import { atHour, inOffsetOf } from './first-facts.ts'
import { isOneSided, Parity } from './parity.tsx'
import { Recusals } from './recusals.tsx'

/** What only the panel can say of its day: hours, who was there, who stood aside, and why the panel sat as it did. */
export function FactsForm(props: FactsFormProps) {
  const { facts, onChange } = props
  const { t } = useTranslation('deliberation')
  return (
    <>
      <section className={styles['panel']} aria-labelledby="facts-hours">
        <h2 id="facts-hours">{t('minutes.hours')}</h2>
        <div className={styles['row']}>
          {(['startedAt', 'endedAt'] as const).map((name) => (
            <TextInput
              key={name}
              type="time"
              size="md"
              label={t(`minutes.${name}`)}
              value={formatTime(facts[name])}
              onChange={(event) => {
                const hour = event.currentTarget.value
                if (/^\d\d:\d\d$/.test(hour)) void onChange((before) => ({ ...before, [name]: atHour(before[name], hour) }))
              }}
            />
          ))}
          <Button
            variant="default"
            mih={48}
            className={styles['besideField'] ?? ''}
            onClick={() => void onChange((before) => ({ ...before, endedAt: inOffsetOf(before.startedAt, Date.now()) }))}
          >
            {t('minutes.endNow')}
          </Button>
        </div>
      </section>
      <Members {...props} />
      <Recusals {...props} />
      <Composition {...props} />
      <section className={styles['panel']} aria-labelledby="facts-appeal">
        <h2 id="facts-appeal">{t('minutes.appeal')}</h2>
        <p className={styles['quiet']}>{t('minutes.appealHint')}</p>
        <ReasonField
          label={t('minutes.appeal')}
          recorded={facts.appeal}
          required
          why={t('minutes.issue.appealMissing')}
          disabled={false}
          onReason={(appeal) => onChange((before) => ({ ...before, appeal }))}
        />
      </section>
    </>
  )
}

function Members({ table: { panelDay }, facts, onChange }: FactsFormProps) {
  const { t } = useTranslation('deliberation')
  const { session } = useNotebook().package
  const members = panelDay.panel.jurorIds.flatMap((id) => session.jurors.find((juror) => juror.id === id) ?? [])
  return (
    <section className={styles['panel']} aria-labelledby="facts-members">
      <h2 id="facts-members">{t('minutes.members')}</h2>
      {members.map((juror) => {
        const name = `${juror.firstName} ${juror.lastName}`
        const absence = facts.absences.find(({ jurorId }) => jurorId === juror.id)
        const others = (before: MinutesFacts) => before.absences.filter(({ jurorId }) => jurorId !== juror.id)
        const traits = [
          juror.quality,
          juror.external ? t('minutes.external') : t('minutes.internal'),
          ...(panelDay.panel.presidentId === juror.id ? [t('minutes.president')] : []),
        ]
        return (
          <div key={juror.id} className={styles['member']}>
            <Checkbox
              size="md"
              label={t('minutes.present', { name })}
              description={traits.join(' · ')}
              checked={absence === undefined}
              onChange={(event) => {
                const present = event.currentTarget.checked
                void onChange((before) => ({
                  ...before,
                  absences: present ? others(before) : [...others(before), { jurorId: juror.id, reason: '' }],
                }))
              }}
            />
            {absence && (
              <ReasonField
                label={t('minutes.absenceReason', { name })}
                recorded={absence.reason}
                required
                why={`${t('minutes.whyAbsence')}.`}
                disabled={false}
                onReason={(reason) => onChange((before) => ({ ...before, absences: [...others(before), { jurorId: juror.id, reason }] }))}
              />
            )}
          </div>
        )
      })}
    </section>
  )
}

function Composition({ table: { panelDay }, facts, onChange }: FactsFormProps) {
  const { t } = useTranslation('deliberation')
  const { session } = useNotebook().package
  const away = new Set(facts.absences.map(({ jurorId }) => jurorId))
  const sitting = { ...panelDay.panel, jurorIds: panelDay.panel.jurorIds.filter((id) => !away.has(id)) }
  const findings = checkComposition(sitting, session.jurors, [])
  const warns = findings.some(({ code }) => code === 'halfExternal')
  return (
    <section className={styles['panel']} aria-labelledby="facts-composition">
      <h2 id="facts-composition">{t('minutes.composition')}</h2>
      {findings.length === 0 && <p>{t('minutes.compositionFine')}</p>}
      {findings.map(({ code }) => (
        <p key={code}>
          {code === 'halfExternal'
            ? t('minutes.halfExternal')
            : code === 'singleJuror'
              ? t('minutes.issue.singleJuror')
              : t('minutes.issue.noPresident')}
        </p>
      ))}
      <Parity facts={facts} onChange={onChange} />
      {(warns || isOneSided(facts) || facts.compositionNotes.length > 0) && (
        <ReasonField
          label={t('minutes.compositionReason')}
          recorded={facts.compositionNotes.join('\n')}
          required={warns || isOneSided(facts)}
          why={`${t('minutes.whyComposition')}.`}
          disabled={false}
          onReason={(text) => onChange((before) => ({ ...before, compositionNotes: text.trim() === '' ? [] : [text.trim()] }))}
        />
      )}
    </section>
  )
}
