import { Anchor, Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { PassportHolder, PassportState } from '#contract/passport.ts'
import { routePath } from '#contract/routes.ts'
import { formatMoment } from '../../shared/formatters.ts'
import { PageHeader } from '../../shared/page-header.tsx'
import { useBreakPage } from '../../shared/use-break-page.ts'
import { useAct } from '../account/use-act.ts'
import { Answered, FailureNotice } from '../answered.tsx'
import { callRoute } from '../api.ts'
import styles from '../desk.module.css'
import { useMay } from '../rights.ts'
import table from '../table.module.css'
import { useAnswer } from '../use-answer.ts'
import { FileAct } from './file-act.tsx'
import { PassportSettingsForm } from './passport-settings-form.tsx'

/** The declaration of title holders to the national skills passport: identities, files, answers. */
export function PassportPage() {
  const { t } = useTranslation('results')
  const { sessionId = '' } = useParams()
  const loaded = useAnswer('passport', { sessionId })
  return (
    <>
      <Anchor component={Link} to={`/coordination/sessions/${encodeURIComponent(sessionId)}/resultats`}>
        {t('passport.back')}
      </Anchor>
      <PageHeader title={t('passport.title')} opensVisit>
        {t('passport.intro')}
      </PageHeader>
      <Answered loaded={loaded}>{(state) => <PassportView sessionId={sessionId} state={state} onChanged={loaded.reload} />}</Answered>
    </>
  )
}

interface PassportViewProps {
  sessionId: string
  state: PassportState
  onChanged: () => void
}

/** The state of the declarations as last read. */
export function PassportView({ sessionId, state, onChanged }: PassportViewProps) {
  const { t } = useTranslation('results')
  const may = useMay()
  return (
    <>
      <section className={styles['section']} aria-labelledby="passport-holders">
        <h2 id="passport-holders">{t('passport.holders')}</h2>
        {state.holders.length === 0 ? <p className={styles['plain']}>{t('passport.nobody')}</p> : <HolderTable holders={state.holders} />}
      </section>
      <section className={styles['section']} aria-labelledby="passport-identities">
        <h2 id="passport-identities">{t('passport.identities')}</h2>
        <p className={styles['plain']}>{t('passport.identitiesKnown', { count: state.identities })}</p>
        <p className={styles['plain']}>{t('passport.identitiesFile')}</p>
        {may('importIdentities') && (
          <FileAct
            label={t('passport.identitiesChoose')}
            accept=".csv,text/csv"
            act={async (text) => {
              const answer = await callRoute('importIdentities', { params: { sessionId }, body: text })
              return answer.outcome === 'ok' ? { ...answer, value: t('passport.imported', { count: answer.value.imported }) } : answer
            }}
            onDone={onChanged}
          />
        )}
      </section>
      <Deposits sessionId={sessionId} state={state} onChanged={onChanged} />
      <PassportSettingsForm settings={state.settings} onSaved={onChanged} />
    </>
  )
}

function HolderTable({ holders }: { holders: readonly PassportHolder[] }) {
  const { t } = useTranslation('results')
  return (
    <table className={table['table']} aria-labelledby="passport-holders">
      <thead>
        <tr>
          <th scope="col">{t('columns.candidate')}</th>
          <th scope="col">{t('passport.stateColumn')}</th>
        </tr>
      </thead>
      <tbody>
        {holders.map(({ candidateId, number, name, state, messages }) => (
          <tr key={candidateId}>
            <th scope="row">
              {number} {name}
            </th>
            <td data-label={t('passport.stateColumn')}>
              <div className={styles['cell']}>
                <span>{t(`passport.state.${state}`)}</span>
                {messages.map((message) => (
                  <span key={message} className={styles['soft']}>
                    {message}
                  </span>
                ))}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Deposits({ sessionId, state, onChanged }: PassportViewProps) {
  const { t } = useTranslation('results')
  const breakPage = useBreakPage()
  const may = useMay()
  const { busy, failure, run } = useAct()
  const issues = failure?.outcome === 'problem' ? (failure.problem.issues ?? []) : []
  const make = async () => {
    if (await run(() => callRoute('makePassportDeposit', { params: { sessionId }, body: '' }))) onChanged()
  }
  return (
    <section className={styles['section']} aria-labelledby="passport-deposits">
      <h2 id="passport-deposits">{t('passport.deposits')}</h2>
      <p className={styles['plain']}>{t('passport.depositsHow')}</p>
      {failure && <FailureNotice failure={failure} />}
      {issues.map(({ path, message }) => (
        <p key={path} className={styles['plain']}>
          {message}
        </p>
      ))}
      {may('makePassportDeposit') && (
        <div className={styles['tools']}>
          <Button loading={busy} onClick={() => void make().catch(breakPage)}>
            {t('passport.make')}
          </Button>
        </div>
      )}
      <ul className={styles['list']}>
        {state.deposits.map(({ flowId, madeAt, persons }) => (
          <li key={flowId} className={styles['tools']}>
            <span>{t('passport.made', { when: formatMoment(Date.parse(madeAt)), count: persons })}</span>
            <Button
              component="a"
              href={routePath('passportXml', { flowId })}
              download
              variant="default"
              leftSection={<IconDownload size={18} aria-hidden />}
            >
              {t('passport.xml')}
            </Button>
          </li>
        ))}
      </ul>
      {may('readPassportReport') && state.deposits.length > 0 && (
        <FileAct
          label={t('passport.reportChoose')}
          accept=".xml,text/xml,application/xml"
          act={async (text) => {
            const answer = await callRoute('readPassportReport', { body: text })
            return answer.outcome === 'ok' ? { ...answer, value: t('passport.reportRead', answer.value) } : answer
          }}
          onDone={onChanged}
        />
      )}
    </section>
  )
}
