import { Anchor, Container, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useRouteError } from 'react-router'
import { PageHeader } from './page-header.tsx'

/** What a person sees when a page does not exist or broke: what happened, what is safe, where to go. */
export function ErrorPage() {
  const { t } = useTranslation('shared')
  // Where nothing was thrown, react-router answers null or undefined, by version.
  const broken = (useRouteError() ?? null) !== null
  return (
    <Container size="sm" py="xl" component="main">
      <Stack>
        <PageHeader title={broken ? t('error.brokenTitle') : t('error.notFoundTitle')} opensVisit />
        <Text>{broken ? t('error.brokenAdvice') : t('error.notFoundAdvice')}</Text>
        <Anchor component={Link} to="/" reloadDocument={broken}>
          {t('error.home')}
        </Anchor>
      </Stack>
    </Container>
  )
}
