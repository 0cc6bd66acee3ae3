import type { ReactNode } from 'react'
import { Notice } from '../../shared/notice.tsx'
import { FailureNotice } from '../answered.tsx'
import type { Failure } from '../api.ts'

/** Why the server refused, each point on its line; any other failure in its own words. */
export function IssueNotice({ failure }: { failure: Failure }): ReactNode {
  if (failure.outcome !== 'problem' || !failure.problem.issues?.length) return <FailureNotice failure={failure} />
  const { title, detail, issues } = failure.problem
  return (
    <Notice tone="danger" title={title} role="alert">
      <p>{detail}</p>
      <ul>
        {issues.map(({ path, message }) => (
          <li key={`${path} ${message}`}>{message}</li>
        ))}
      </ul>
    </Notice>
  )
}
