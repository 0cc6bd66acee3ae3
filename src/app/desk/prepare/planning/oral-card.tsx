import { useDraggable } from '@dnd-kit/core'
import { IconAlertTriangle, IconLock } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import own from '../prepare.module.css'
import { cardId } from './use-board-keys.ts'

/** Says how an oral is moved; each card refers to it. */
export const BOARD_HELP_ID = 'board-help'

export interface CardOral {
  id: string
  name: string
  part: string
  /** `09:30`; null while it has no place. */
  time: string | null
  hasClash: boolean
  isHeld: boolean
}

/** What a card answers to besides being dragged. */
export interface CardActs {
  chosenId: string | null
  onChoose: (id: string) => void
  /** The oral lifted by keyboard. */
  liftedId: string | null
  onKeyDown: (id: string, event: KeyboardEvent) => void
  onBlur: () => void
}

interface OralCardProps {
  oral: CardOral
  acts: CardActs
}

/** An oral that can be dragged, lifted by keyboard, or chosen for the form. */
export function OralCard({ oral, acts }: OralCardProps) {
  const { t } = useTranslation('prepare')
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: oral.id, disabled: oral.isHeld })
  const isLifted = isDragging || acts.liftedId === oral.id
  const label =
    oral.time === null
      ? t('planning.cardUnplaced', { name: oral.name, part: oral.part })
      : t('planning.card', { name: oral.name, part: oral.part, time: oral.time })
  return (
    <button
      ref={setNodeRef}
      id={cardId(oral.id)}
      type="button"
      {...listeners}
      aria-describedby={BOARD_HELP_ID}
      className={`${own['oral']} ${isLifted ? own['lifted'] : ''}`}
      aria-pressed={acts.chosenId === oral.id}
      aria-label={oral.isHeld ? `${label}, ${t('planning.held')}` : label}
      data-clash={oral.hasClash}
      data-held={oral.isHeld}
      onClick={() => acts.onChoose(oral.id)}
      onKeyDown={(event) => !oral.isHeld && acts.onKeyDown(oral.id, event)}
      onBlur={acts.onBlur}
    >
      <CardWords oral={oral} />
    </button>
  )
}

/** What a card says, also while it is carried. */
export function CardWords({ oral }: { oral: CardOral }) {
  return (
    <>
      <strong>
        {oral.hasClash && <IconAlertTriangle size={16} aria-hidden />} {oral.isHeld && <IconLock size={16} aria-hidden />} {oral.name}
      </strong>
      <span className="cdj-figures">
        {oral.time !== null && `${oral.time}, `}
        {oral.part}
      </span>
    </>
  )
}
