import { useTranslation } from 'react-i18next'
import { EVERYONE } from '#contract/roles.ts'
import { PageHeader } from '../../shared/page-header.tsx'
import { Answered } from '../answered.tsx'
import styles from '../desk.module.css'
import { useAnswer } from '../use-answer.ts'
import { InviteSection } from './invite-section.tsx'
import { PendingInvitations } from './pending-invitations.tsx'
import { PeopleTable } from './people-table.tsx'

/** The accounts of the desk, for an administrator: who, with which role, invited, deactivated. */
export function PeoplePage() {
  const { t } = useTranslation('accounts')
  const people = useAnswer('people')
  return (
    <>
      <PageHeader title={t('people.title')} opensVisit>
        {t('people.intro')}
      </PageHeader>
      <Answered loaded={people}>
        {(value) => (
          <>
            <PeopleTable people={value.people} onChanged={people.reload} />
            <details className={styles['details']}>
              <summary>{t('people.roleHelpTitle')}</summary>
              <ul>
                {EVERYONE.map((role) => (
                  <li key={role}>
                    <strong>{t(`role.${role}`)}</strong> : {t(`roleHelp.${role}`)}
                  </li>
                ))}
              </ul>
            </details>
            <InviteSection onInvited={people.reload} />
            <PendingInvitations invitations={value.invitations} onChanged={people.reload} />
          </>
        )}
      </Answered>
    </>
  )
}
