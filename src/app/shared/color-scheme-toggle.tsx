import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { IconMoon, IconSun } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

/** One tap from light to dark and back; the settings page has « automatic » too. */
export function ColorSchemeToggle() {
  const { t } = useTranslation('shared')
  const { setColorScheme } = useMantineColorScheme()
  const dark = useComputedColorScheme('light') === 'dark'
  const Icon = dark ? IconSun : IconMoon
  return (
    <ActionIcon
      variant="subtle"
      size={48}
      aria-label={dark ? t('colorScheme.toLight') : t('colorScheme.toDark')}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
    >
      <Icon size={24} stroke={1.75} aria-hidden />
    </ActionIcon>
  )
}
