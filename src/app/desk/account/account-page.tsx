import { useTranslation } from 'react-i18next'
import { PageHeader } from '../../shared/page-header.tsx'
import { Answered } from '../answered.tsx'
import { useMe } from '../rights.ts'
import { useAnswer } from '../use-answer.ts'
import { NameSection } from './name-section.tsx'
import { PasskeysSection } from './passkeys-section.tsx'
import { PasswordSection } from './password-section.tsx'
import { SecondFactorSection } from './second-factor-section.tsx'
import { SessionsSection } from './sessions-section.tsx'

/** One's own account: name, password, passkeys, second factor, open sessions. */
export function AccountPage() {
  const { t } = useTranslation('accounts')
  const security = useAnswer('mySecurity')
  const sessions = useAnswer('mySessions')
  const coordinator = useMe()?.coordinator
  return (
    <>
      <PageHeader title={t('account.title')} opensVisit>
        {coordinator && t('account.intro', { name: coordinator.name, role: t(`role.${coordinator.role}`) })}
      </PageHeader>
      <NameSection />
      <PasswordSection onChanged={sessions.reload} />
      <Answered loaded={security}>
        {(value) => (
          <>
            <SecondFactorSection security={value} onChanged={security.reload} />
            <PasskeysSection passkeys={value.passkeys} onChanged={security.reload} />
          </>
        )}
      </Answered>
      <Answered loaded={sessions}>{(value) => <SessionsSection sessions={value.sessions} onChanged={sessions.reload} />}</Answered>
    </>
  )
}
