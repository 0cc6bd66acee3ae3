import { type ReactNode, useState } from 'react'
import styles from './drop-zone.module.css'

interface DropZoneProps {
  label: string
  onFiles: (files: File[]) => void
  /** The button that does the same as dropping, and what there is to say. */
  children: ReactNode
}

/** Where files may be dropped: a second way in for a mouse. The button inside does the same for everybody. */
export function DropZone({ label, onFiles, children }: DropZoneProps) {
  const [isOver, setOver] = useState(false)
  return (
    <section
      aria-label={label}
      className={styles['zone']}
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        onFiles([...event.dataTransfer.files])
      }}
    >
      {children}
    </section>
  )
}
