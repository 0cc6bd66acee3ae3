import { FailureNotice } from '../answered.tsx'
import type { Failure } from '../api.ts'
import styles from '../desk.module.css'

const MAX_SHOWN = 12

/** Why a save or a publication was refused: the reason, then each point. */
export function FailureWithPoints({ failure }: { failure: Failure }) {
  const issues = failure.outcome === 'problem' ? (failure.problem.issues ?? []) : []
  const messages = [...new Set(issues.map(({ message }) => message))]
  return (
    <>
      <FailureNotice failure={failure} />
      {messages.length > 0 && (
        <ul className={styles['list']}>
          {messages.slice(0, MAX_SHOWN).map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
    </>
  )
}
