import { Anchor, Button } from '@mantine/core'
import { IconNotebook } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type NotebookSummary, unlock } from '#device/notebooks.ts'
import { EmptyState } from '../shared/empty-state.tsx'
import { PageHeader } from '../shared/page-header.tsx'
import { RoomFrame } from './room-frame.tsx'
import { useRoomStore } from './room-store.ts'
import { UnlockForm } from './unlock-form.tsx'
import styles from './unlock-page.module.css'
import { WipedLink } from './wipe/wiped-link.tsx'

/** The room while locked: open a notebook, or learn how to get one. */
export function UnlockPage({ notebooks }: { notebooks: readonly NotebookSummary[] }) {
  const { t } = useTranslation(['room', 'transfer', 'vault'])
  const open = useRoomStore((state) => state.open)
  const wasOpen = useRoomStore((state) => state.wasOpen)
  if (notebooks.length === 0) return <NoNotebook />
  return (
    <RoomFrame>
      <PageHeader title={t('unlock.title')} opensVisit={!wasOpen}>
        {t('unlock.subtitle')}
      </PageHeader>
      <UnlockForm notebooks={notebooks} onUnlock={unlock} onUnlocked={open} />
      <Anchor component={Link} to="/salle/secours" className={styles['other'] ?? ''}>
        {t('vault:recovery.link')}
      </Anchor>
      <Anchor component={Link} to="/salle/inscription" className={styles['other'] ?? ''}>
        {t('unlock.otherNotebook')}
      </Anchor>
      <Anchor component={Link} to="/salle/transfert" className={styles['other'] ?? ''}>
        {t('transfer:link.fromLocked')}
      </Anchor>
      <WipedLink className={styles['other'] ?? ''} />
    </RoomFrame>
  )
}

function NoNotebook() {
  const { t } = useTranslation('room')
  return (
    <RoomFrame>
      <PageHeader title={t('unlock.none.title')} opensVisit />
      <EmptyState
        icon={IconNotebook}
        title={t('unlock.none.empty')}
        action={
          <Button component={Link} to="/salle/inscription" size="lg">
            {t('unlock.none.action')}
          </Button>
        }
      >
        {t('unlock.none.detail')}
      </EmptyState>
      <WipedLink className={styles['other'] ?? ''} />
    </RoomFrame>
  )
}
