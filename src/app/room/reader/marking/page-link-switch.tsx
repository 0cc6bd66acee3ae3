import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface PageLinkSwitchProps {
  page: number
  linked: boolean
  onChange: (linked: boolean) => void
}

/** « Lier à la page 12 ». */
export function PageLinkSwitch({ page, linked, onChange }: PageLinkSwitchProps) {
  const { t } = useTranslation('reader')
  return (
    <Checkbox size="md" checked={linked} label={t('page.link', { page })} onChange={(event) => onChange(event.currentTarget.checked)} />
  )
}
