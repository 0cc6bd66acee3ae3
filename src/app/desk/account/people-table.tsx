import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '#contract/accounts.ts'
import { EVERYONE, roleSchema } from '#contract/roles.ts'
import { formatMoment } from '../../shared/formatters.ts'
import { Notice } from '../../shared/notice.tsx'
import { FailureNotice } from '../answered.tsx'
import { callRoute } from '../api.ts'
import styles from '../desk.module.css'
import { useMe } from '../rights.ts'
import tableStyles from '../table.module.css'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { PasswordLinkDialog } from './password-link-dialog.tsx'
import { useAct } from './use-act.ts'

type GraveAct = 'deactivatePerson' | 'removeSecondFactor'

/** Every account, its role to change, and what can be done to it. */
export function PeopleTable({ people, onChanged }: { people: readonly Person[]; onChanged: () => void }) {
  const { t } = useTranslation('accounts')
  const me = useMe()
  const { busy, failure, run } = useAct()
  const [asked, setAsked] = useState<{ person: Person; act: GraveAct } | null>(null)
  const [forgetful, setForgetful] = useState<Person | null>(null)
  const [said, setSaid] = useState<string | null>(null)

  const changeRole = async (person: Person, value: string) => {
    const role = roleSchema.parse(value)
    setSaid(null)
    if (!(await run(() => callRoute('changeRole', { params: { coordinatorId: person.id }, body: { role } })))) return
    setSaid(t('people.roleChanged', { name: person.name, role: t(`role.${role}`) }))
    onChanged()
    if (person.id === me?.coordinator?.id) me.reload()
  }
  const act = async (person: Person, id: GraveAct | 'reactivatePerson') => {
    setAsked(null)
    setSaid(null)
    if (await run(() => callRoute(id, { params: { coordinatorId: person.id } }))) onChanged()
  }

  return (
    <section className={styles['section']} aria-label={t('people.title')}>
      {failure && <FailureNotice failure={failure} />}
      {said && <Notice tone="info" role="status" title={said} />}
      <table className={tableStyles['table']} aria-label={t('people.title')}>
        <thead>
          <tr>
            <th scope="col">{t('people.columns.person')}</th>
            <th scope="col">{t('people.columns.role')}</th>
            <th scope="col">{t('people.columns.protection')}</th>
            <th scope="col">{t('people.columns.seen')}</th>
            <th scope="col">{t('people.columns.action')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row">
                <span className={styles['cell']}>
                  <span>{person.id === me?.coordinator?.id ? `${person.name} (${t('people.you')})` : person.name}</span>
                  <span className={styles['soft']}>{person.email}</span>
                </span>
              </th>
              <td data-label={t('people.columns.role')}>
                <NativeSelect
                  miw={176}
                  aria-label={t('people.roleOf', { name: person.name })}
                  disabled={busy || person.deactivatedAt !== null}
                  value={person.role}
                  onChange={(event) => void changeRole(person, event.currentTarget.value)}
                  data={EVERYONE.map((value) => ({ value, label: t(`role.${value}`) }))}
                />
              </td>
              <td data-label={t('people.columns.protection')}>
                <Protection person={person} />
              </td>
              <td data-label={t('people.columns.seen')}>
                <Seen person={person} />
              </td>
              <td data-label={t('people.columns.action')}>
                <div className={styles['tools']}>
                  {person.deactivatedAt === null ? (
                    <PersonAct
                      name={person.name}
                      busy={busy}
                      words={t('people.deactivate')}
                      onAct={() => setAsked({ person, act: 'deactivatePerson' })}
                    />
                  ) : (
                    <PersonAct
                      name={person.name}
                      busy={busy}
                      words={t('people.reactivate')}
                      onAct={() => void act(person, 'reactivatePerson')}
                    />
                  )}
                  {person.deactivatedAt === null && (
                    <PersonAct name={person.name} busy={busy} words={t('people.passwordLink')} onAct={() => setForgetful(person)} />
                  )}
                  {person.hasSecondFactor && person.id !== me?.coordinator?.id && (
                    <PersonAct
                      name={person.name}
                      busy={busy}
                      words={t('people.removeSecondFactor')}
                      onAct={() => setAsked({ person, act: 'removeSecondFactor' })}
                    />
                  )}
                </div>
                {person.passwordLinkUntil !== null && (
                  <span className={styles['soft']}>
                    {t('people.passwordLinkUntil', { until: formatMoment(Date.parse(person.passwordLinkUntil)) })}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {forgetful && <PasswordLinkDialog person={forgetful} onChanged={onChanged} onClose={() => setForgetful(null)} />}
      {asked && (
        <ConfirmDialog
          title={t(asked.act === 'deactivatePerson' ? 'people.confirmTitle' : 'people.confirmSecondFactorTitle', {
            name: asked.person.name,
          })}
          confirm={t(asked.act === 'deactivatePerson' ? 'people.deactivate' : 'people.removeSecondFactor')}
          onConfirm={() => void act(asked.person, asked.act)}
          onClose={() => setAsked(null)}
        >
          {t(asked.act === 'deactivatePerson' ? 'people.confirm' : 'people.confirmSecondFactor')}
        </ConfirmDialog>
      )}
    </section>
  )
}

function PersonAct({ name, busy, words, onAct }: { name: string; busy: boolean; words: string; onAct: () => void }) {
  const { t } = useTranslation('accounts')
  return (
    <Button variant="default" size="sm" disabled={busy} onClick={onAct}>
      {words}
      <span className="cdj-visually-hidden"> {t('people.of', { name })}</span>
    </Button>
  )
}

function Protection({ person }: { person: Person }) {
  const { t } = useTranslation('accounts')
  const words = [
    ...(person.hasSecondFactor ? [t('people.secondFactor')] : []),
    ...(person.passkeys > 0 ? [t('people.passkeys', { count: person.passkeys })] : []),
  ]
  return <>{words.length > 0 ? words.join(', ') : t('people.passwordOnly')}</>
}

function Seen({ person }: { person: Person }) {
  const { t } = useTranslation('accounts')
  if (person.deactivatedAt !== null) return <>{t('people.deactivated', { when: formatMoment(Date.parse(person.deactivatedAt)) })}</>
  return <>{person.lastSeenAt === null ? t('people.never') : formatMoment(Date.parse(person.lastSeenAt))}</>
}
