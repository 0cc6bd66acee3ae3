import { Anchor, Button, Checkbox, TextInput } from '@mantine/core'
import { IconRocket } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Preparation } from '#domain/preparation.ts'
import { checkPreparation, publicationGaps } from '#domain/preparation-check.ts'
import { Notice } from '../../shared/notice.tsx'
import styles from '../desk.module.css'
import { DeleteSection } from './delete-section.tsx'
import { fullName } from './people-words.ts'
import own from './prepare.module.css'
import { FactsFields } from './session-facts.tsx'
import { usePreparedSession } from './use-prepared-session.ts'

/** Where a session stands: what it holds, what it lacks, and the act that publishes it. */
export function OverviewPage() {
  const { t } = useTranslation('prepare')
  const { now, change, published } = usePreparedSession()
  return (
    <>
      <Notice tone="info" title={t(published ? 'overview.published' : 'overview.draft')} />
      <PublishSection />
      <section className={styles['card']} aria-labelledby="facts-title">
        <h2 id="facts-title">{t('facts.title')}</h2>
        <FactsFields facts={now.session} onChange={(session) => change((before) => ({ ...before, session }))} />
      </section>
      <section className={styles['card']} aria-labelledby="counts-title">
        <h2 id="counts-title">{t('overview.counts')}</h2>
        <ul className={styles['inline']}>
          <li>{t('start.candidates', { count: now.candidates.length })}</li>
          <li>{t('overview.jurors', { count: now.jurors.length })}</li>
          <li>{t('overview.panels', { count: now.panels.length })}</li>
          <li>{t('start.orals', { count: now.orals.length })}</li>
          <li>{t('overview.supports', { count: now.supports.length })}</li>
        </ul>
      </section>
      <CandidateForm />
      {!published && <DeleteSection />}
    </>
  )
}

function PublishSection() {
  const { t } = useTranslation('prepare')
  const { now, knownGrids, published, publish, busy, sessionId } = usePreparedSession()
  const gaps = publicationGaps(now)
  const contradictions = checkPreparation(now, knownGrids).length
  const isReady = gaps.length === 0 && contradictions === 0
  const base = `/coordination/sessions/${encodeURIComponent(sessionId)}/preparation`
  if (published && isReady) return null
  return (
    <section className={styles['card']} aria-labelledby="publish-title">
      <h2 id="publish-title">{t('overview.remains')}</h2>
      {isReady && <p className={styles['plain']}>{t('overview.ready')}</p>}
      <ul className={styles['list']}>
        {gaps.map(({ code, ids }) => (
          <li key={code}>{t(`gap.${code}`, { count: ids.length })}</li>
        ))}
        {contradictions > 0 && <li>{t('overview.contradictions', { count: contradictions })}</li>}
      </ul>
      {!isReady && (
        <div className={styles['tools']}>
          <Anchor component={Link} to={`${base}/planning`}>
            {t('overview.toPlanning')}
          </Anchor>
          <Anchor component={Link} to={`${base}/jurys`}>
            {t('overview.toPanels')}
          </Anchor>
        </div>
      )}
      {!published && (
        <div className={styles['tools']}>
          <Button
            loading={busy}
            disabled={!isReady}
            leftSection={<IconRocket size={18} aria-hidden />}
            onClick={() => void publish()}
            aria-describedby="publish-advice"
          >
            {t('overview.publish')}
          </Button>
          <span id="publish-advice" className={styles['soft']}>
            {t('overview.publishAdvice')}
          </span>
        </div>
      )}
    </section>
  )
}

const NOBODY = { number: '', lastName: '', firstName: '' }

/** A candidate more, with the orals of their blocks still to be placed. */
function CandidateForm() {
  const { t } = useTranslation('prepare')
  const { now, grids, change } = usePreparedSession()
  const blocks = grids.flatMap(({ part }) => (part.kind === 'block' ? [part.blockId] : []))
  const [person, setPerson] = useState(NOBODY)
  const [chosen, setChosen] = useState<string[]>(blocks)
  const [acquired, setAcquired] = useState<string[]>([])
  const [hasExtraTime, setExtraTime] = useState(false)
  const [added, setAdded] = useState<string | null>(null)
  const isTaken = now.candidates.some(({ number }) => number === person.number.trim())
  const isComplete = Object.values(person).every((text) => text.trim() !== '') && chosen.length > 0 && !isTaken
  const submit = () => {
    const candidate = {
      id: crypto.randomUUID(),
      number: person.number.trim(),
      lastName: person.lastName.trim(),
      firstName: person.firstName.trim(),
      blocks: blocks.filter((id) => chosen.includes(id)),
      ...(acquired.length > 0 ? { acquiredBefore: blocks.filter((id) => acquired.includes(id)) } : {}),
      accommodations: hasExtraTime
        ? [{ effect: t('untold.extraTime', { share: '1/3' }), extraTime: { numerator: 1, denominator: 3 } }]
        : [],
    }
    change((before) => withCandidate(before, candidate, grids))
    setAdded(fullName(candidate))
    setPerson(NOBODY)
    setAcquired([])
    setExtraTime(false)
  }
  return (
    <form
      className={styles['card']}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <h2>{t('overview.addCandidate')}</h2>
      <div className={own['fields']}>
        {(['number', 'lastName', 'firstName'] as const).map((key) => (
          <TextInput
            key={key}
            label={t(`column.${key}`)}
            value={person[key]}
            maxLength={300}
            error={key === 'number' && isTaken ? t('overview.numberTaken') : null}
            onChange={(event) => setPerson({ ...person, [key]: event.currentTarget.value })}
          />
        ))}
      </div>
      <fieldset className={own['days']}>
        <legend>{t('overview.blocks')}</legend>
        {blocks.map((id) => (
          <Checkbox
            key={id}
            label={id}
            checked={chosen.includes(id)}
            onChange={() => setChosen(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id])}
          />
        ))}
        <Checkbox label={t('overview.extraTime')} checked={hasExtraTime} onChange={() => setExtraTime(!hasExtraTime)} />
      </fieldset>
      <fieldset className={own['days']}>
        <legend>{t('overview.acquiredBefore')}</legend>
        {blocks.map((id) => (
          <Checkbox
            key={id}
            label={id}
            checked={acquired.includes(id)}
            onChange={() => setAcquired(acquired.includes(id) ? acquired.filter((other) => other !== id) : [...acquired, id])}
          />
        ))}
      </fieldset>
      <div className={styles['tools']}>
        <Button type="submit" variant="default" disabled={!isComplete}>
          {t('overview.addCandidateAct')}
        </Button>
        <span role="status">{added && t('overview.added', { name: added })}</span>
      </div>
    </form>
  )
}

type Grids = ReturnType<typeof usePreparedSession>['grids']

function holds({ blocks, acquiredBefore = [] }: Preparation['candidates'][number], blockId: string): boolean {
  return blocks.includes(blockId) || acquiredBefore.includes(blockId)
}

function withCandidate(before: Preparation, candidate: Preparation['candidates'][number], grids: Grids): Preparation {
  const isFull = grids.every(({ part }) => part.kind !== 'block' || holds(candidate, part.blockId))
  const taken = grids.filter(({ part }) => (part.kind === 'block' ? candidate.blocks.includes(part.blockId) : isFull))
  const orals = taken.map(({ id }) => ({
    id: crypto.randomUUID(),
    candidateId: candidate.id,
    gridId: id,
    place: null,
    room: null,
    supportId: null,
    scenario: null,
  }))
  return { ...before, candidates: [...before.candidates, candidate], orals: [...before.orals, ...orals] }
}
