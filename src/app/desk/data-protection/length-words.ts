import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** Says a length of so many months: `5 ans`, `18 mois`. */
export function useLengthWords(): (months: number) => string {
  const { t } = useTranslation('dataProtection')
  return useCallback((months) => (months % 12 === 0 ? t('page.years', { count: months / 12 }) : t('page.months', { count: months })), [t])
}
