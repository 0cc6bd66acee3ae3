import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import { IconTrash, IconUserMinus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { officeRecusals } from '#device/deliberation/facts.ts'
import type { MinutesFacts } from '#domain/compose-minutes.ts'
import { useNotebook } from '../notebook-context.tsx'
import styles from './deliberation.module.css'
import type { FactsFormProps } from './facts-form-props.ts'

/** Who stood aside for whom: their sheet no longer counts, and they take no part in that decision. */
export function Recusals({ table: { panelDay, orals, openedFor }, facts, onChange }: FactsFormProps) {
  const { t } = useTranslation('deliberation')
  const notebook = useNotebook()
  const { session } = notebook.package
  const office = officeRecusals(notebook, panelDay.panel.id, panelDay.day)
  const [jurorId, setJurorId] = useState<string | null>(null)
  const [candidateId, setCandidateId] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const people = (ids: readonly string[], all: readonly { id: string; firstName: string; lastName: string }[]) =>
    [...new Set(ids)].flatMap((id) => {
      const person = all.find((one) => one.id === id)
      return person ? [{ value: id, label: `${person.firstName} ${person.lastName}` }] : []
    })
  const jurors = people(panelDay.panel.jurorIds, session.jurors)
  const candidates = people(
    panelDay.orals.map((oral) => oral.candidateId),
    session.candidates,
  )
  const candidateOf = ({ candidateId, candidateName }: MinutesFacts['recusals'][number]) => candidateName ?? nameIn(candidates, candidateId)
  const nameIn = (options: { value: string; label: string }[], id: string) => options.find(({ value }) => value === id)?.label ?? id
  const ownId = notebook.juror.id
  const opensSheets = jurorId === ownId && orals.some(({ candidate, isBlind }) => candidate.id === candidateId && isBlind)
  const isSame = (a: { jurorId: string; candidateId: string }, b: { jurorId: string | null; candidateId: string | null }) =>
    a.jurorId === b.jurorId && a.candidateId === b.candidateId
  const isFinal = (one: MinutesFacts['recusals'][number]) => one.jurorId === ownId && openedFor.includes(one.candidateId)
  const add = async () => {
    if (jurorId === null || candidateId === null) return
    const recusal = { jurorId, candidateId, reason: reason.trim() }
    const stored = await onChange((before) => ({
      ...before,
      recusals: [...before.recusals.filter((one) => !isSame(one, recusal)), recusal],
    }))
    if (!stored) return
    setJurorId(null)
    setCandidateId(null)
    setReason('')
  }
  return (
    <section className={styles['panel']} aria-labelledby="facts-recusals">
      <h2 id="facts-recusals">{t('minutes.recusals')}</h2>
      <p className={styles['quiet']}>{t('minutes.recusalsHint')}</p>
      {facts.recusals.length === 0 && <p>{t('minutes.recusalsNone')}</p>}
      <ul className={styles['plain']}>
        {facts.recusals.map((recusal) => {
          const names = { juror: nameIn(jurors, recusal.jurorId), candidate: candidateOf(recusal) }
          return (
            <li key={`${recusal.jurorId}/${recusal.candidateId}`} className={styles['removable']}>
              <span>
                {t('minutes.recusalLine', { ...names, reason: recusal.reason })}
                {office.some((one) => isSame(one, recusal)) && <span className={styles['quiet']}> {t('minutes.recusalFromOffice')}</span>}
                {isFinal(recusal) && <span className={styles['quiet']}> {t('minutes.recusalFinal')}</span>}
              </span>
              {!isFinal(recusal) && (
                <ActionIcon
                  variant="subtle"
                  size={48}
                  aria-label={t('minutes.recusalRemove', names)}
                  onClick={() =>
                    void onChange((before) => ({ ...before, recusals: before.recusals.filter((one) => !isSame(one, recusal)) }))
                  }
                >
                  <IconTrash size={22} aria-hidden />
                </ActionIcon>
              )}
            </li>
          )
        })}
      </ul>
      <div className={styles['fields']}>
        <Select size="md" label={t('minutes.recusalJuror')} data={jurors} value={jurorId} onChange={setJurorId} />
        <Select size="md" label={t('minutes.recusalCandidate')} data={candidates} value={candidateId} onChange={setCandidateId} />
        <TextInput size="md" label={t('minutes.recusalReason')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </div>
      {opensSheets && <p>{t('minutes.recusalOpens')}</p>}
      <div>
        <Button
          variant="default"
          mih={48}
          leftSection={<IconUserMinus size={20} aria-hidden />}
          disabled={jurorId === null || candidateId === null || reason.trim() === ''}
          onClick={() => void add()}
        >
          {t('minutes.recusalAdd')}
        </Button>
      </div>
    </section>
  )
}
