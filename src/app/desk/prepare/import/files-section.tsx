import { Button, FileButton } from '@mantine/core'
import { IconDownload, IconFileSpreadsheet } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { DropZone } from '../../../shared/drop-zone.tsx'
import { Notice } from '../../../shared/notice.tsx'
import { saveFile } from '../../../shared/save-file.ts'
import styles from '../../desk.module.css'
import type { UnreadFile } from './read-table-files.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

interface FilesSectionProps {
  reading: boolean
  unread: readonly UnreadFile[]
  onFiles: (files: File[]) => void
}

/** Where tables are chosen or dropped, and the template is had. */
export function FilesSection({ reading, unread, onFiles }: FilesSectionProps) {
  const { t } = useTranslation('prepare')
  const template = async () => {
    const { makeTemplate } = await import('./make-template.ts')
    saveFile(t('files.templateName'), await makeTemplate(), XLSX)
  }
  return (
    <section className={styles['section']} aria-labelledby="tables-title">
      <h2 id="tables-title">{t('files.title')}</h2>
      <p className={styles['plain']}>{t('files.intro')}</p>
      <DropZone label={t('files.label')} onFiles={onFiles}>
        <FileButton
          multiple
          accept=".xlsx,.csv,.tsv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          onChange={onFiles}
          inputProps={{ 'aria-label': t('files.label') }}
        >
          {(props) => (
            <Button variant="default" leftSection={<IconFileSpreadsheet size={18} aria-hidden />} loading={reading} {...props}>
              {t('files.choose')}
            </Button>
          )}
        </FileButton>
        <span>{t('files.drop')}</span>
        <Button variant="subtle" leftSection={<IconDownload size={18} aria-hidden />} onClick={() => void template()}>
          {t('files.template')}
        </Button>
      </DropZone>
      {unread.length > 0 && (
        <Notice tone="danger" role="alert" title={t('files.unreadTitle', { count: unread.length })}>
          <ul className={styles['list']}>
            {unread.map(({ name, reason }) => (
              <li key={name}>{t(`files.unread.${reason}`, { name })}</li>
            ))}
          </ul>
        </Notice>
      )}
    </section>
  )
}
