import { ActionIcon } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import { createContext, useContext, useId } from 'react'
import { useTranslation } from 'react-i18next'
import own from './grids.module.css'

/** Tells a screen reader what a gesture did. */
export const AnnounceContext = createContext<(words: string) => void>(() => undefined)

interface RowActsProps {
  /** What the row is, in the buttons' names. */
  name: string
  place: number
  count: number
  onMove: (from: number, to: number) => void
  /** Absent where the row must stay. */
  onRemove?: (() => void) | undefined
}

/** Moves a row up or down, or takes it away. The focus follows the row, so that a key pressed again moves it further. */
export function RowActs({ name, place, count, onMove, onRemove }: RowActsProps) {
  const { t } = useTranslation('grids')
  const announce = useContext(AnnounceContext)
  const id = useId()
  const move = (step: -1 | 1, buttonId: string) => {
    const to = place + step
    if (to < 0 || to >= count) return
    onMove(place, to)
    announce(t('editor.moved', { name, place: to + 1, count }))
    // After the row has moved in the page, which takes the focus away from it.
    setTimeout(() => document.getElementById(buttonId)?.focus())
  }
  const button = (step: -1 | 1) => {
    const buttonId = `${id}${step}`
    const isUp = step === -1
    const isAtEnd = isUp ? place === 0 : place === count - 1
    return (
      <ActionIcon
        id={buttonId}
        size={36}
        variant="subtle"
        aria-label={t(isUp ? 'editor.up' : 'editor.down', { name })}
        aria-disabled={isAtEnd}
        className={isAtEnd ? (own['atEnd'] ?? '') : ''}
        onClick={() => move(step, buttonId)}
      >
        {isUp ? <IconArrowUp size={18} aria-hidden /> : <IconArrowDown size={18} aria-hidden />}
      </ActionIcon>
    )
  }
  return (
    <div className={own['acts']}>
      {button(-1)}
      {button(1)}
      {onRemove && (
        <ActionIcon size={36} variant="subtle" color="var(--cdj-danger)" aria-label={t('editor.remove', { name })} onClick={onRemove}>
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      )}
    </div>
  )
}
