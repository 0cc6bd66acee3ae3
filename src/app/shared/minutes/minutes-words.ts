import '#texts/office.ts'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Minutes } from '#domain/minutes.ts'

/** `Bloc B1`, `Entretien final`. */
export function usePartName(): (part: string) => string {
  const { t } = useTranslation('minutes')
  return useCallback((part) => (part === 'finalInterview' ? t('part.finalInterview') : t('part.block', { id: part })), [t])
}

/** A member's name by juror id; the id itself for somebody unknown. */
export function memberName({ members }: Pick<Minutes, 'members'>, jurorId: string): string {
  return members.find((member) => member.jurorId === jurorId)?.name ?? jurorId
}
