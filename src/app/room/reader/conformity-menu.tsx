import { Popover } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { WrittenSupport } from '#domain/exam-session.ts'
import type { Grid } from '#domain/grid.ts'
import { conformityLines } from './conformity-lines.ts'
import { ConformityList } from './conformity-list.tsx'
import styles from './conformity-menu.module.css'

interface ConformityMenuProps {
  support: WrittenSupport
  grid: Grid
  /** The oral's start, ISO 8601. */
  startsAt: string
}

/** Whether the support conforms, in two words; touched, why. */
export function ConformityMenu({ support, grid, startsAt }: ConformityMenuProps) {
  const { t } = useTranslation('reader')
  const conforms = conformityLines(support, grid, startsAt).every((line) => line.met !== false)
  const Icon = conforms ? IconCheck : IconAlertTriangle
  return (
    <Popover position="bottom-end" width={420} withRoles trapFocus={false}>
      <Popover.Target>
        <button type="button" className={styles['summary']} data-conforms={conforms} title={t('header.conformity')}>
          <Icon size={20} aria-hidden />
          <span className={styles['words']}>{conforms ? t('header.conforms') : t('header.conformityDoubt')}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('header.conformity')} className={styles['details'] ?? ''}>
        <ConformityList support={support} grid={grid} startsAt={startsAt} />
      </Popover.Dropdown>
    </Popover>
  )
}
