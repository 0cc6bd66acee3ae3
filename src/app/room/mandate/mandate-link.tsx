import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import panelStyles from '../panel.module.css'

/** The settings' way to read a mandate. */
export function MandateLink() {
  const { t } = useTranslation('vault')
  return (
    <section className={panelStyles['panel']}>
      <h2>{t('mandate.title')}</h2>
      <p>{t('mandate.subtitle')}</p>
      <Button component={Link} to="/salle/mandat" variant="default" size="lg">
        {t('mandate.link')}
      </Button>
    </section>
  )
}
