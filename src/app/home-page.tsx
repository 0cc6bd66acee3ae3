import { Anchor, Container, Stack, Text, Title } from '@mantine/core'
import { IconBuilding, IconNotebook } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import styles from './home-page.module.css'

/** The doorstep: the room for jurors, the desk for coordinators. */
export function HomePage() {
  const { t } = useTranslation('shared')
  return (
    <Container size="sm" py={64} component="main">
      <Stack gap="xl">
        <div>
          <Title order={1}>{t('productName')}</Title>
          <Text size="lg" c="dimmed">
            {t('tagline')}
          </Text>
        </div>
        <nav aria-label={t('doors.label')} className={styles['doors']}>
          <Link to="/salle" className={styles['door']}>
            <IconNotebook size={36} stroke={1.5} aria-hidden />
            <strong>{t('doors.room')}</strong>
            <span>{t('doors.roomHint')}</span>
          </Link>
          <Link to="/coordination" className={styles['door']}>
            <IconBuilding size={36} stroke={1.5} aria-hidden />
            <strong>{t('doors.desk')}</strong>
            <span>{t('doors.deskHint')}</span>
          </Link>
        </nav>
        <Anchor component={Link} to="/verifier">
          {t('doors.verify')}
        </Anchor>
      </Stack>
    </Container>
  )
}
