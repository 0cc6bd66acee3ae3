import { Button } from '@mantine/core'
import { IconSignature } from '@tabler/icons-react'
import { useObservable } from 'dexie-react-hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { DeviceError } from '#device/device-error.ts'
import { declareInterests, type OwnInterests, watchInterests } from '#device/interests.ts'
import { candidatesHeard, type InterestDeclaration } from '#domain/interests.ts'
import { Notice } from '../../shared/notice.tsx'
import { PageHeader } from '../../shared/page-header.tsx'
import { useBreakPage } from '../../shared/use-break-page.ts'
import { useNotebook } from '../notebook-context.tsx'
import { type Answer, CandidateLink } from './candidate-link.tsx'
import styles from './interests.module.css'

/** Whom the juror knows among the candidates of their orals: declared and signed here, with or without a network. */
export function InterestsPage() {
  const { t } = useTranslation(['interests', 'room'])
  const notebook = useNotebook()
  const own = useObservable(() => watchInterests(notebook), [notebook])
  const isEmpty = candidatesHeard(notebook.package.session, notebook.juror.id).length === 0
  return (
    <>
      <PageHeader title={t('title')}>{t('intro')}</PageHeader>
      {isEmpty ? <p>{t('none')}</p> : own ? <Declarations own={own} /> : <p role="status">{t('room:day.loading')}</p>}
      <div>
        <Button component={Link} to="/salle" variant="default" size="lg">
          {t('day')}
        </Button>
      </div>
    </>
  )
}

function Declarations({ own }: { own: OwnInterests }) {
  const { t } = useTranslation('interests')
  const notebook = useNotebook()
  const breakPage = useBreakPage()
  const [answers, setAnswers] = useState<Record<string, Answer>>({})
  const [isStored, setStored] = useState(true)
  const [signing, setSigning] = useState(false)
  const { session } = notebook.package
  const candidates = candidatesHeard(session, notebook.juror.id).flatMap((id) => session.candidates.find((one) => one.id === id) ?? [])
  const declared = new Map(own.declarations.map(({ candidateId, link }) => [candidateId, answerOf(link)]))
  const changes = candidates.flatMap(({ id }) => {
    const answer = answers[id]
    return answer && JSON.stringify(answer) !== JSON.stringify(declared.get(id)) ? [{ candidateId: id, answer }] : []
  })
  const unanswered = candidates.filter(({ id }) => !declared.has(id) && !answers[id])
  const complete = changes.flatMap(({ candidateId, answer }): InterestDeclaration[] => {
    const link = linkOf(answer)
    return link === 'incomplete' ? [] : [{ candidateId, link }]
  })
  const sign = async () => {
    setSigning(true)
    try {
      await declareInterests(notebook, complete)
      setStored(true)
      setAnswers({})
    } catch (error) {
      if (!(error instanceof DeviceError)) throw error
      setStored(false)
    } finally {
      setSigning(false)
    }
  }
  const answer = (id: string, given: Answer) => setAnswers((before) => ({ ...before, [id]: given }))
  const isIncomplete = complete.length < changes.length
  return (
    <>
      <DeliveryLine own={own} />
      {candidates.map((candidate) => (
        <CandidateLink
          key={candidate.id}
          candidate={candidate}
          answer={answers[candidate.id] ?? declared.get(candidate.id) ?? null}
          isSigned={declared.has(candidate.id) && !changes.some(({ candidateId }) => candidateId === candidate.id)}
          onAnswer={(given) => answer(candidate.id, given)}
        />
      ))}
      {!isStored && <Notice tone="danger" role="alert" title={t('notStored')} />}
      <div className={styles['acts']}>
        {unanswered.length > 0 && (
          <Button
            variant="default"
            size="lg"
            onClick={() =>
              setAnswers((before) => ({ ...before, ...Object.fromEntries(unanswered.map(({ id }) => [id, { state: 'none' as const }])) }))
            }
          >
            {t('restNone')}
          </Button>
        )}
        <Button
          size="lg"
          leftSection={<IconSignature size={22} aria-hidden />}
          loading={signing}
          disabled={changes.length === 0 || isIncomplete}
          onClick={() => void sign().catch(breakPage)}
        >
          {t('sign')}
        </Button>
        <span role="status">{isIncomplete ? t('incomplete') : changes.length > 0 ? t('unsigned') : ''}</span>
      </div>
    </>
  )
}

function DeliveryLine({ own }: { own: OwnInterests }) {
  const { t } = useTranslation('interests')
  if (own.delivery === null) return <p>{t('offline')}</p>
  const tone = { waiting: 'device', delivered: 'delivered', refused: 'danger' } as const
  return (
    <Notice tone={tone[own.delivery]} role="status" title={t(`delivery.${own.delivery}`)}>
      {own.undeclared.length === 0 && <p>{t('allDeclared')}</p>}
    </Notice>
  )
}

function answerOf(link: InterestDeclaration['link']): Answer {
  return link === null ? { state: 'none' } : { state: 'link', kind: link.kind, words: link.words }
}

function linkOf(answer: Answer): InterestDeclaration['link'] | 'incomplete' {
  if (answer.state === 'none') return null
  const words = answer.words.trim()
  return answer.kind === null || words === '' ? 'incomplete' : { kind: answer.kind, words }
}
