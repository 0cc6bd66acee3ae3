import { Container, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** What is shown while a door loads: words, no spinner that says nothing to a screen reader. */
export function LoadingPage() {
  const { t } = useTranslation('shared')
  return (
    <Container size="sm" py="xl" component="main">
      <Text role="status">{t('loading')}</Text>
    </Container>
  )
}
