import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import panelStyles from '../panel.module.css'

/** The settings' way to read a sheet filled by hand. */
export function PaperLink() {
  const { t } = useTranslation('transcription')
  return (
    <section className={panelStyles['panel']}>
      <h2>{t('card.title')}</h2>
      <p>{t('scan.subtitle')}</p>
      <Button component={Link} to="/salle/papier" variant="default" size="lg">
        {t('scan.link')}
      </Button>
    </section>
  )
}
