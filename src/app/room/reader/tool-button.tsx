import type { ReactNode } from 'react'
import styles from './tool-button.module.css'

interface ToolButtonProps {
  /** Its name, also shown as a tooltip. */
  label: string
  children: ReactNode
  onClick: () => void
  disabled?: boolean
  /** A button that stays pressed. */
  pressed?: boolean
  /** A button that opens a panel. */
  expanded?: boolean
}

/** A button of one icon, a thumb wide. */
export function ToolButton({ label, children, onClick, disabled = false, pressed, expanded }: ToolButtonProps) {
  return (
    <button
      type="button"
      className={styles['button']}
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </button>
  )
}
