import { Anchor, Container, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useRouteError } from 'react-router'

/** What a person sees when a page does not exist or broke: what happened, what is safe, where to go. */
export function ErrorPage() {
  const { t } = useTranslation('shared')
  const broken = useRouteError() !== undefined
  return (
    <Container size="sm" py="xl" component="main">
      <Stack>
        <Title order={1}>{broken ? t('error.brokenTitle') : t('error.notFoundTitle')}</Title>
        <Text>{broken ? t('error.brokenAdvice') : t('error.notFoundAdvice')}</Text>
        <Anchor component={Link} to="/" reloadDocument={broken}>
          {t('error.home')}
        </Anchor>
      </Stack>
    </Container>
  )
}
