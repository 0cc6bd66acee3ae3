import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../shared/notice.tsx'

/** Another tab holds the pen: here one reads, and may take it. */
export function PenNotice({ onTakePen }: { onTakePen: () => void }) {
  const { t } = useTranslation('oral')
  return (
    <Notice
      tone="info"
      role="status"
      title={t('pen.title')}
      actions={
        <Button mih={48} onClick={onTakePen}>
          {t('pen.take')}
        </Button>
      }
    >
      <p>{t('pen.advice')}</p>
    </Notice>
  )
}
