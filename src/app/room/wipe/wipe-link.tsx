import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import panelStyles from '../panel.module.css'

/** The settings' way to the end of the notebook. */
export function WipeLink() {
  const { t } = useTranslation('vault')
  return (
    <section className={panelStyles['panel']}>
      <h2>{t('wipe.title')}</h2>
      <p>{t('wipe.linkDetail')}</p>
      <Button component={Link} to="/salle/fin" variant="default" size="lg">
        {t('wipe.link')}
      </Button>
    </section>
  )
}
