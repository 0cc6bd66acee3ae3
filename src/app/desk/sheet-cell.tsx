import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Meaning } from '../shared/meaning.ts'
import { StateBadge } from '../shared/state-badge.tsx'
import { TranscribedLine } from '../shared/transcribed-line.tsx'
import type { OralRow, SheetCell, SheetState } from './board-view.ts'
import styles from './desk.module.css'
import { personName } from './person-name.ts'

const MEANINGS: Record<SheetState, Meaning> = { expected: 'neutral', received: 'delivered', missing: 'danger' }

/** One juror's sheet for one oral: its state in words, and the way in once it was received. */
export function SheetCellView({ cell: { juror, sheet, state }, row }: { cell: SheetCell; row: OralRow }) {
  const { t } = useTranslation(['desk', 'domain'])
  const badge = <StateBadge meaning={MEANINGS[state]}>{t(`board.sheetState.${state}`)}</StateBadge>
  if (!sheet) return badge
  return (
    <div className={styles['cell']}>
      <Link to={`/coordination/fiches/${sheet.hash}`}>
        {badge}
        <span className="cdj-visually-hidden">
          {' '}
          {t('board.openSheet', { juror: personName(juror), candidate: personName(row.candidate), part: row.partTitle })}
        </span>
      </Link>
      {sheet.presence !== 'present' && <span>{t(`domain:presence.${sheet.presence}`)}</span>}
      {sheet.revision > 1 && <span className={styles['soft']}>{t('board.revision', { revision: sheet.revision })}</span>}
      <TranscribedLine transcribed={sheet.transcribed} />
    </div>
  )
}
