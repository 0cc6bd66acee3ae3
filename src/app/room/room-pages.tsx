import { Container, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** The jurors' door. */
export function RoomPages() {
  const { t } = useTranslation('shared')
  return (
    <Container component="main" py="xl">
      <Title order={1}>{t('doors.room')}</Title>
    </Container>
  )
}
