import { Button } from '@mantine/core'
import { IconAlertTriangle, IconChecks, IconEyeOff, IconFileText, IconMessages, type TablerIcon } from '@tabler/icons-react'
import { useObservable } from 'dexie-react-hooks'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { PanelDay } from '#device/deliberation/panel-day.ts'
import { isSettled, type TableOral, watchTable } from '#device/deliberation/table.ts'
import { formatTime } from '../../shared/formatters.ts'
import type { Meaning } from '../../shared/meaning.ts'
import { Notice } from '../../shared/notice.tsx'
import { StateBadge } from '../../shared/state-badge.tsx'
import { useNotebook } from '../notebook-context.tsx'
import { partLabel } from '../part-label.ts'
import styles from './deliberation.module.css'
import { jurorNames } from './juror-names.ts'

type State = 'blind' | 'open' | 'reasons' | 'settled' | 'since'

const LOOKS: Record<State, { meaning: Meaning; icon: TablerIcon }> = {
  blind: { meaning: 'neutral', icon: IconEyeOff },
  open: { meaning: 'accent', icon: IconMessages },
  reasons: { meaning: 'accent', icon: IconAlertTriangle },
  settled: { meaning: 'device', icon: IconChecks },
  since: { meaning: 'accent', icon: IconAlertTriangle },
}

function stateOf(oral: TableOral): State {
  if (oral.isBlind) return 'blind'
  if (oral.sheetsSince.length > 0) return 'since'
  if (oral.decision === null) return 'open'
  return isSettled(oral) ? 'settled' : 'reasons'
}

/** The day's orals for the president: which sheets are here, what is decided; then the minutes. */
export function OralList({ panelDay }: { panelDay: PanelDay }) {
  const { t } = useTranslation(['deliberation', 'domain'])
  const notebook = useNotebook()
  const { panel, day } = panelDay
  const table = useObservable(() => watchTable(notebook, panel.id, day), [notebook, panel.id, day])
  if (!table) return <p role="status">{t('deliberation:home.loading')}</p>
  const nameOfCandidate = (id: string) => {
    const candidate = table.orals.find((one) => one.candidate.id === id)?.candidate
    return candidate ? `${candidate.firstName} ${candidate.lastName}` : id
  }
  const base = `/salle/deliberation/${panel.id}/${day}`
  return (
    <>
      <ol className={styles['orals']} aria-label={t('deliberation:home.orals')}>
        {table.orals.map((oral) => {
          const state = stateOf(oral)
          const verdict = oral.decision ? t(`domain:partVerdict.${oral.decision.verdict}`) : ''
          return (
            <li key={oral.oral.id}>
              <Link to={`${base}/oral/${oral.oral.id}`} className={styles['oral']}>
                <time dateTime={oral.oral.startsAt}>{formatTime(oral.oral.startsAt)}</time>
                <span className={styles['who']}>
                  <strong>
                    {oral.candidate.firstName} {oral.candidate.lastName}
                  </strong>
                  <span className={styles['quiet']}>
                    {partLabel(oral.grid.grid, notebook.package.framework)} ·{' '}
                    {t('deliberation:sheet.count', { count: oral.received.length, all: oral.jurorIds.length })}
                  </span>
                </span>
                <StateBadge {...LOOKS[state]}>{t(`deliberation:state.${state}`, { verdict })}</StateBadge>
              </Link>
            </li>
          )
        })}
      </ol>
      {table.recusalsSince.length > 0 && (
        <Notice tone="danger" title={t('deliberation:home.recusalsSince', { count: table.recusalsSince.length })}>
          <ul className={styles['plain']}>
            {table.recusalsSince.map(({ jurorId, candidateId, candidateName, reason }) => (
              <li key={`${jurorId}/${candidateId}`}>
                {t('deliberation:minutes.recusalLine', {
                  juror: jurorNames(notebook, [jurorId]),
                  candidate: candidateName ?? nameOfCandidate(candidateId),
                  reason,
                })}
              </li>
            ))}
          </ul>
          <p>{t('deliberation:home.recusalsSinceAdvice')}</p>
        </Notice>
      )}
      <div className={styles['row']}>
        <Button
          component={Link}
          to={table.isFrozen && table.minutes ? `/salle/deliberation/pv/${table.minutes.hash}` : `${base}/pv`}
          size="lg"
          leftSection={<IconFileText size={22} aria-hidden />}
        >
          {table.isFrozen ? t('deliberation:minutes.openFrozen') : t('deliberation:home.minutes')}
        </Button>
      </div>
    </>
  )
}
