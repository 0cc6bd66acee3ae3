import { useTranslation } from 'react-i18next'
import type { Juror } from '#domain/exam-session.ts'
import type { DeclaredInterest } from '#domain/interests.ts'
import { candidatesHeard } from '#domain/interests.ts'
import { formatList, formatMoment } from '../../../shared/formatters.ts'
import { Answered } from '../../answered.tsx'
import styles from '../../desk.module.css'
import { useAnswer } from '../../use-answer.ts'
import { fullName, namer } from '../people-words.ts'
import { usePreparedSession } from '../use-prepared-session.ts'

/** What jurors declared on their own devices: each one's links in their words, and of whom they said nothing yet. */
export function DeclarationsSection() {
  const { t } = useTranslation('prepare')
  const { sessionId, now } = usePreparedSession()
  const loaded = useAnswer('declaredInterests', { sessionId })
  return (
    <section className={styles['card']} aria-labelledby="declarations-title">
      <h3 id="declarations-title">{t('links.declarations')}</h3>
      <p className={styles['plain']}>{t('links.declarationsIntro')}</p>
      <Answered loaded={loaded}>
        {({ declarations }) => (
          <ul className={styles['list']}>
            {now.jurors.map((juror) => (
              <JurorLine key={juror.id} juror={juror} own={declarations.filter(({ jurorId }) => jurorId === juror.id)} />
            ))}
          </ul>
        )}
      </Answered>
    </section>
  )
}

function JurorLine({ juror, own }: { juror: Juror; own: readonly DeclaredInterest[] }) {
  const { t } = useTranslation(['prepare', 'interests'])
  const { now } = usePreparedSession()
  const nameOf = namer(now)
  const declared = new Set(own.map(({ candidateId }) => candidateId))
  const panels = now.panels.map((panel) => ({ ...panel, presidentId: panel.presidentId ?? '' }))
  const placed = now.orals.flatMap(({ candidateId, place }) => (place ? [{ candidateId, ...place }] : []))
  const heard = candidatesHeard({ panels, orals: placed }, juror.id)
  const missing = heard.filter((id) => !declared.has(id))
  const links = own.flatMap(({ candidateId, link }) => (link ? [{ candidateId, ...link }] : []))
  const latest = Math.max(...own.map(({ receivedAt }) => Date.parse(receivedAt)))
  if (heard.length === 0 && own.length === 0) return null
  return (
    <li>
      <strong>{fullName(juror)}</strong>{' '}
      <span className={styles['soft']}>{own.length === 0 ? t('links.nothing') : t('links.received', { when: formatMoment(latest) })}</span>
      {own.length > 0 && links.length === 0 && missing.length === 0 && <p className={styles['plain']}>{t('links.noLink')}</p>}
      {links.map(({ candidateId, kind, words }) => (
        <p key={candidateId} className={styles['plain']}>
          {t('links.link', { candidate: nameOf(candidateId), kind: t(`interests:kind.${kind}`) })} « {words} »
        </p>
      ))}
      {own.length > 0 && missing.length > 0 && (
        <p className={styles['plain']}>{t('links.missing', { count: missing.length, names: formatList(missing.map(nameOf)) })}</p>
      )}
    </li>
  )
}
