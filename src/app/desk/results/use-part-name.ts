import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** `Bloc B1`, `Entretien final`. */
export function usePartName(): (part: string) => string {
  const { t } = useTranslation('results')
  return useCallback((part) => (part === 'finalInterview' ? t('part.finalInterview') : t('part.block', { id: part })), [t])
}
