import { useDraggable } from '@dnd-kit/core'
import { IconAlertTriangle, IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import own from '../prepare.module.css'

export interface CardOral {
  id: string
  name: string
  part: string
  /** `09:30`; null while it has no place. */
  time: string | null
  hasClash: boolean
  isHeld: boolean
}

interface OralCardProps {
  oral: CardOral
  isChosen: boolean
  onChoose: (id: string) => void
}

/** An oral that can be dragged, lifted by keyboard, or chosen for the form. */
export function OralCard({ oral, isChosen, onChoose }: OralCardProps) {
  const { t } = useTranslation('prepare')
  const { setNodeRef, listeners, attributes, isDragging } = useDraggable({ id: oral.id, disabled: oral.isHeld })
  const label =
    oral.time === null
      ? t('planning.cardUnplaced', { name: oral.name, part: oral.part })
      : t('planning.card', { name: oral.name, part: oral.part, time: oral.time })
  return (
    <button
      ref={setNodeRef}
      type="button"
      {...listeners}
      aria-describedby={attributes['aria-describedby']}
      className={`${own['oral']} ${isDragging ? own['lifted'] : ''}`}
      aria-pressed={isChosen}
      aria-label={oral.isHeld ? `${label}, ${t('planning.held')}` : label}
      data-clash={oral.hasClash}
      data-held={oral.isHeld}
      onClick={() => onChoose(oral.id)}
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
