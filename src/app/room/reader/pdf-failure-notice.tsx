import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Notice } from '../../shared/notice.tsx'
import styles from './pdf-failure-notice.module.css'

/** Why the PDF is not shown, what is safe and what to do. The grid beside it works all the same. */
export function PdfFailureNotice({ code }: { code: 'notStored' | 'password' | 'invalid' | 'broken' }) {
  const { t } = useTranslation('reader')
  return (
    <div className={styles['frame']}>
      <Notice
        tone={code === 'notStored' ? 'device' : 'danger'}
        title={t(`failure.${code}.title`)}
        role="status"
        actions={
          code === 'notStored' && (
            <Button mih={48} component={Link} to="/salle/pret">
              {t('failure.fetch')}
            </Button>
          )
        }
      >
        <p>{t(`failure.${code}.advice`)}</p>
      </Notice>
    </div>
  )
}
