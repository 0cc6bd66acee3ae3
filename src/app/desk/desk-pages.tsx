import { Container, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** The coordinators’ door. */
export function DeskPages() {
  const { t } = useTranslation('shared')
  return (
    <Container component="main" py="xl">
      <Title order={1}>{t('doors.desk')}</Title>
    </Container>
  )
}
