import { Button } from '@mantine/core'
import { IconMapQuestion } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { EmptyState } from '../shared/empty-state.tsx'
import { PageHeader } from '../shared/page-header.tsx'

/** An address of the room that leads nowhere. */
export function UnknownPage() {
  const { t } = useTranslation(['room', 'shared'])
  return (
    <>
      <PageHeader title={t('shared:error.notFoundTitle')} />
      <EmptyState
        icon={IconMapQuestion}
        title={t('shared:error.notFoundAdvice')}
        action={
          <Button component={Link} to="/salle" size="lg">
            {t('sync.empty.action')}
          </Button>
        }
      />
    </>
  )
}
