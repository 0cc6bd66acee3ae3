import { Anchor } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoment, formatTime } from '../../shared/formatters.ts'
import { personName } from '../person-name.ts'
import tableStyles from '../table.module.css'
import styles from './day.module.css'
import { DaySymbol } from './day-symbol.tsx'
import type { DayView } from './day-view.ts'
import { oralAnchor } from './day-words.ts'

/** The picture's equivalent in words, made once it is asked for: hundreds of lines. */
export function DayTable({ view }: { view: DayView }) {
  const { t } = useTranslation('desk')
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details className={styles['words']} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t('day.table')}</summary>
      {isOpen && (
        <table className={tableStyles['table']} aria-label={t('day.table')}>
          <thead>
            <tr>
              <th scope="col">{t('day.columns.room')}</th>
              <th scope="col">{t('board.columns.time')}</th>
              <th scope="col">{t('board.columns.candidate')}</th>
              <th scope="col">{t('board.columns.part')}</th>
              <th scope="col">{t('day.columns.state')}</th>
              <th scope="col">{t('day.columns.sheets')}</th>
              <th scope="col">{t('day.columns.heard')}</th>
            </tr>
          </thead>
          <tbody>
            {view.rooms.flatMap((line) =>
              line.bars.map((bar) => (
                <tr key={bar.row.oral.id}>
                  <td data-label={t('day.columns.room')}>{line.room}</td>
                  <td className="cdj-figures" data-label={t('board.columns.time')}>
                    {formatTime(bar.row.oral.startsAt)}
                  </td>
                  <th scope="row">
                    <Anchor href={`#${oralAnchor(bar.row.oral.id)}`}>{personName(bar.row.candidate)}</Anchor>
                  </th>
                  <td data-label={t('board.columns.part')}>{bar.row.partTitle}</td>
                  <td data-label={t('day.columns.state')}>
                    <span className={styles['stateWord']} data-state={bar.state}>
                      <DaySymbol state={bar.state} />
                      {t(`day.state.${bar.state}`)}
                    </span>
                  </td>
                  <td className="cdj-figures" data-label={t('day.columns.sheets')}>
                    {bar.received}/{bar.expected}
                  </td>
                  <td className="cdj-figures" data-label={t('day.columns.heard')}>
                    {line.heardAtMs === null ? t('jurors.neverSeen') : formatMoment(line.heardAtMs)}
                  </td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      )}
    </details>
  )
}
