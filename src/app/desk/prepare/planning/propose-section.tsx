import { Button } from '@mantine/core'
import { IconWand } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Unplaced } from '#domain/planning.ts'
import { proposePlaces } from '#domain/preparation-plan.ts'
import { Notice } from '../../../shared/notice.tsx'
import styles from '../../desk.module.css'
import { usePreparedSession } from '../use-prepared-session.ts'
import { useScheduleWords } from './clash-words.ts'

const MAX_SHOWN = 12

/** Places all that has no place, and names with its reason what found none. */
export function ProposeSection() {
  const { t } = useTranslation('prepare')
  const { now, knownGrids, change, heldOralIds } = usePreparedSession()
  const [outcome, setOutcome] = useState<{ placed: number; unplaced: Unplaced[] } | null>(null)
  const [working, setWorking] = useState(false)
  const waiting = now.orals.filter(({ place }) => place === null).length
  const canClear = now.orals.some(({ id, place }) => place !== null && !heldOralIds.has(id))
  const propose = () => {
    setWorking(true)
    // A turn later, so that the button says it works before the computation takes the page's time.
    setTimeout(() => {
      const { preparation, placed, unplaced } = proposePlaces(now, knownGrids)
      if (placed > 0) change(() => preparation)
      setOutcome({ placed, unplaced })
      setWorking(false)
    }, 30)
  }
  const clear = () => {
    setOutcome(null)
    change((before) => ({
      ...before,
      orals: before.orals.map((oral) => (heldOralIds.has(oral.id) ? oral : { ...oral, place: null, room: null })),
    }))
  }
  return (
    <section className={styles['section']} aria-label={t('planning.propose')}>
      <div className={styles['tools']}>
        <Button
          onClick={propose}
          loading={working}
          disabled={waiting === 0 || now.panels.length === 0}
          leftSection={<IconWand size={18} aria-hidden />}
        >
          {t('planning.propose')}
        </Button>
        <Button variant="default" onClick={clear} disabled={!canClear}>
          {t('planning.clear')}
        </Button>
        <span className={styles['soft']}>{t('planning.proposeHint')}</span>
      </div>
      {outcome && <Outcome {...outcome} />}
    </section>
  )
}

function Outcome({ placed, unplaced }: { placed: number; unplaced: readonly Unplaced[] }) {
  const { t } = useTranslation('prepare')
  const { candidateOf, partOf } = useScheduleWords()
  const said = t('planning.placed', { count: placed })
  if (unplaced.length === 0)
    return (
      <p role="status" className={styles['plain']}>
        <strong>{said}</strong>
      </p>
    )
  return (
    <Notice tone="danger" role="status" title={`${said} ${t('planning.unplaced', { count: unplaced.length })}`}>
      <ul className={styles['list']}>
        {unplaced.slice(0, MAX_SHOWN).map(({ oralId, reason }) => (
          <li key={oralId}>
            {t('planning.reasonLine', { name: candidateOf(oralId), part: partOf(oralId), reason: t(`planning.reason.${reason}`) })}
          </li>
        ))}
        {unplaced.length > MAX_SHOWN && <li>{t('planning.more', { count: unplaced.length - MAX_SHOWN })}</li>}
      </ul>
    </Notice>
  )
}
