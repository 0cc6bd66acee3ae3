import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, useLocation } from 'react-router'
import { t } from '#texts/i18n.ts'
import { Notice } from '../shared/notice.tsx'
import type { Failure } from './api.ts'
import { signInPath } from './return-path.ts'
import type { Loaded } from './use-answer.ts'

/** A fetched part of a page: waiting, failed, shown, or shown with the news that it could not be refreshed. */
export function Answered<T>({ loaded, children }: { loaded: Loaded<T>; children: (value: T) => ReactNode }) {
  const { t } = useTranslation('shared')
  if (loaded.value === null && loaded.failure === null) return <p role="status">{t('loading')}</p>
  return (
    <>
      {loaded.failure && <FailureNotice failure={loaded.failure} onRetry={loaded.reload} />}
      {loaded.value !== null && children(loaded.value)}
    </>
  )
}

/** Says why a call failed and what to do. Someone no longer signed in is taken to the sign-in page, and back afterwards. */
export function FailureNotice({ failure, onRetry }: { failure: Failure; onRetry?: () => void }) {
  const { t } = useTranslation(['desk', 'shared'])
  const location = useLocation()
  if (failure.outcome === 'problem' && failure.problem.code === 'not-signed-in') return <Navigate to={signInPath(location)} replace />
  const { title, detail } = failureWords(failure)
  const retry = onRetry && (
    <Button variant="default" onClick={onRetry}>
      {t('shared:actions.retry')}
    </Button>
  )
  return (
    <Notice tone="danger" title={title} role="alert" actions={retry}>
      {detail}
    </Notice>
  )
}

function failureWords(failure: Failure): { title: string; detail: string } {
  switch (failure.outcome) {
    case 'problem':
      return failure.problem
    case 'unreachable':
      return { title: t('desk:failure.unreachableTitle'), detail: t('desk:failure.unreachable') }
    case 'unreadable':
      return { title: t('desk:failure.unreadableTitle'), detail: t('desk:failure.unreadable', { status: failure.status }) }
  }
}
