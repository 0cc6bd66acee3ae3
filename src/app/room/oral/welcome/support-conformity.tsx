import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { supportConformity } from '#domain/conformity.ts'
import { formatDate } from '../../../shared/formatters.ts'
import { StateBadge } from '../../../shared/state-badge.tsx'
import { useOralWork } from '../oral-work.ts'
import styles from './welcome.module.css'

/** Whether the written support meets the grid's settings. The software refuses nobody: it says who decides. */
export function SupportConformity() {
  const { t } = useTranslation('oral')
  const { support, grid, oral } = useOralWork().subject
  if (support === null) {
    return grid.support.maxPages === null ? null : <p className={styles['card']}>{t('support.none')}</p>
  }
  const conformity = supportConformity(support, grid, oral.startsAt)
  const { pagesWithoutAnnexes: pages, maxPages, deadline } = conformity
  const date = formatDate(conformity.receivedOn)
  return (
    <section className={styles['card']} aria-labelledby="support-title">
      <h3 id="support-title">{t('support.title')}</h3>
      <ul className={styles['facts']}>
        <li>
          {maxPages === null ? t('support.pages', { pages }) : t('support.pagesLimit', { pages, max: maxPages })}
          {maxPages !== null && <Conformity conform={conformity.pagesConform} />}
        </li>
        <li>
          {deadline === null ? t('support.received', { date }) : t('support.receivedLimit', { date, deadline: formatDate(deadline) })}
          {deadline !== null && <Conformity conform={conformity.deadlineConform} />}
        </li>
      </ul>
      {!(conformity.pagesConform && conformity.deadlineConform) && <p>{t('support.whoDecides')}</p>}
    </section>
  )
}

function Conformity({ conform }: { conform: boolean }) {
  const { t } = useTranslation('oral')
  return conform ? (
    <StateBadge meaning="neutral" icon={IconCheck}>
      {t('support.conform')}
    </StateBadge>
  ) : (
    <StateBadge meaning="danger">{t('support.notConform')}</StateBadge>
  )
}
