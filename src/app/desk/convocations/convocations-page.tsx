import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { SessionBoard } from '#contract/desk.ts'
import { routePath } from '#contract/routes.ts'
import { panelAt } from '#domain/panel-seats.ts'
import { PageHeader } from '../../shared/page-header.tsx'
import { Answered } from '../answered.tsx'
import { callFile } from '../api.ts'
import styles from '../desk.module.css'
import { FilesZipAct } from '../files-zip-act.tsx'
import { personName } from '../person-name.ts'
import table from '../table.module.css'
import { useAnswer } from '../use-answer.ts'
import { fileSafe, useFilesZip } from '../use-files-zip.ts'
import { AttendanceSection } from './attendance-section.tsx'

/** What is sent and printed before a session: convocations, and attendance sheets to sign. */
export function ConvocationsPage() {
  const { t } = useTranslation('convocations')
  const { sessionId = '' } = useParams()
  const board = useAnswer('board', { sessionId })
  return (
    <>
      <Anchor component={Link} to={`/coordination/sessions/${encodeURIComponent(sessionId)}`}>
        ← {board.value?.session.title}
      </Anchor>
      <PageHeader title={t('page.title')} opensVisit>
        {t('page.subtitle')}
      </PageHeader>
      <Answered loaded={board}>{(value) => <ConvocationsView board={value} />}</Answered>
    </>
  )
}

/** One person to convoke. */
interface Convoked {
  id: string
  name: string
  kind: 'candidate' | 'juror'
}

/** Whoever has an oral: candidates by number, then jurors. */
function convokedOf({ candidates, jurors, panels, orals }: SessionBoard): Convoked[] {
  const heard = new Set(orals.map(({ candidateId }) => candidateId))
  const seated = new Set(
    orals.flatMap(({ panelId, startsAt }) => {
      const panel = panels.find(({ id }) => id === panelId)
      return panel ? panelAt(panel, startsAt).jurorIds : []
    }),
  )
  return [
    ...candidates
      .filter(({ id }) => heard.has(id))
      .sort((a, b) => a.number.localeCompare(b.number))
      .map((one) => ({ id: one.id, name: `${one.number} ${personName(one)}`, kind: 'candidate' as const })),
    ...jurors.filter(({ id }) => seated.has(id)).map((one) => ({ id: one.id, name: personName(one), kind: 'juror' as const })),
  ]
}

/** The convocations of a session, all at once or one by one, and its attendance sheets. */
export function ConvocationsView({ board }: { board: SessionBoard }) {
  const { t } = useTranslation('convocations')
  const sessionId = board.session.id
  const convoked = convokedOf(board)
  const zip = useFilesZip(
    t('page.zip'),
    convoked.map(({ id, name, kind }) => ({
      path: `${t(`page.folder.${kind}`)}/${fileSafe(name)}-${fileSafe(id)}.pdf`,
      fetch: () =>
        kind === 'candidate'
          ? callFile('candidateConvocation', { params: { sessionId, candidateId: id } })
          : callFile('jurorConvocation', { params: { sessionId, jurorId: id } }),
    })),
  )
  if (convoked.length === 0) return <p className={styles['plain']}>{t('page.none')}</p>
  return (
    <>
      <section className={styles['section']} aria-labelledby="convocations-title">
        <h2 id="convocations-title">{t('page.convocations')}</h2>
        <p className={styles['plain']}>{t('page.why')}</p>
        <FilesZipAct
          zip={zip}
          label={t('page.all', { count: zip.total })}
          progress={t('page.progress', { done: zip.done, total: zip.total })}
          progressLabel={t('page.progressLabel')}
        />
        {(['candidate', 'juror'] as const).map((kind) => (
          <PersonTable key={kind} sessionId={sessionId} kind={kind} people={convoked.filter((one) => one.kind === kind)} />
        ))}
      </section>
      <AttendanceSection board={board} />
    </>
  )
}

function PersonTable({ sessionId, kind, people }: { sessionId: string; kind: Convoked['kind']; people: readonly Convoked[] }) {
  const { t } = useTranslation('convocations')
  const hrefOf = (id: string) =>
    kind === 'candidate'
      ? routePath('candidateConvocation', { sessionId, candidateId: id })
      : routePath('jurorConvocation', { sessionId, jurorId: id })
  return (
    <>
      <h3 id={`convocations-${kind}`}>{t(`page.${kind}s`)}</h3>
      <table className={table['table']} aria-labelledby={`convocations-${kind}`}>
        <thead>
          <tr>
            <th scope="col">{t('page.person')}</th>
            <th scope="col">{t('page.file')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ id, name }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td data-label={t('page.file')}>
                <Anchor href={hrefOf(id)} download>
                  {t('page.download')}
                  <span className="cdj-visually-hidden"> {t('page.of', { name })}</span>
                </Anchor>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
