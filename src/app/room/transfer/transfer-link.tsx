import { Button } from '@mantine/core'
import { IconQrcode } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import styles from './transfer.module.css'

/** The way to the transfer from the outbox: what it is for, and that a copy elsewhere protects from a lost tablet. */
export function TransferLink() {
  const { t } = useTranslation('transfer')
  return (
    <section className={styles['panel']}>
      <h2>{t('link.title')}</h2>
      <p>{t('link.detail')}</p>
      <div className={styles['row']}>
        <Button component={Link} to="/salle/transfert" variant="default" size="lg" leftSection={<IconQrcode size={22} aria-hidden />}>
          {t('link.action')}
        </Button>
      </div>
    </section>
  )
}
