import { IconAlertTriangle, IconChevronRight, IconEye } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '#domain/review.ts'
import { placeIds } from '../places.tsx'
import { findingSentence } from './finding-sentence.ts'
import styles from './synthesis.module.css'
import { useFindingPlace } from './use-finding-place.ts'

/** What is missing or contradictory, each one touch from its place: first what forbids signing, then what deserves a look. */
export function ReviewList({ findings }: { findings: readonly Finding[] }) {
  const { t } = useTranslation('oral')
  const blocking = findings.filter((finding) => finding.severity === 'blocking')
  const others = findings.filter((finding) => finding.severity !== 'blocking')
  return (
    <section className={styles['card']} aria-labelledby={placeIds.review}>
      <h3 id={placeIds.review} tabIndex={-1}>
        {t('review.title')}
      </h3>
      {findings.length === 0 && <p>{t('review.ready')}</p>}
      <FindingGroup title={t('review.blockingTitle')} findings={blocking} />
      <FindingGroup title={t('review.lookTitle')} findings={others} />
    </section>
  )
}

function FindingGroup({ title, findings }: { title: string; findings: readonly Finding[] }) {
  const goTo = useFindingPlace()
  if (findings.length === 0) return null
  return (
    <>
      <h4>{title}</h4>
      <ul className={styles['findings']}>
        {findings.map((finding) => (
          <li key={finding.code + (finding.sectionId ?? '')}>
            <button type="button" className={styles['finding']} data-severity={finding.severity} onClick={() => goTo(finding)}>
              {finding.severity === 'blocking' ? <IconAlertTriangle size={20} aria-hidden /> : <IconEye size={20} aria-hidden />}
              <span>{findingSentence(finding)}</span>
              <IconChevronRight size={20} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
