import { Button, FileButton, TextInput } from '@mantine/core'
import { IconFileTypePdf } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DropZone } from '../../../shared/drop-zone.tsx'
import styles from '../../desk.module.css'
import { usePreparedSession } from '../use-prepared-session.ts'
import { SupportsTable } from './supports-table.tsx'
import { UnboundSection } from './unbound-section.tsx'
import { UploadsList } from './uploads-list.tsx'
import { useUploads } from './use-uploads.ts'

/** The candidates' PDFs: dropped all at once, bound by their names, checked against the grid's settings. */
export function SupportsPage() {
  const { t } = useTranslation('prepare')
  const { now, grids } = usePreparedSession()
  const { uploads, add, attach, discard, retry } = useUploads()
  const [receivedOn, setReceivedOn] = useState(() => new Date().toLocaleDateString('sv-SE'))
  const wanting = new Set(grids.filter(({ support }) => support.maxPages !== null).map(({ id }) => id))
  const missing = now.orals.filter(({ gridId, supportId }) => wanting.has(gridId) && supportId === null).length
  const take = (files: readonly File[]) => void add(files, receivedOn)
  return (
    <>
      <div className={styles['section']}>
        <h2>{t('supports.title')}</h2>
        <p className={styles['plain']}>{t('supports.intro')}</p>
      </div>
      <TextInput
        type="date"
        w={220}
        label={t('supports.receivedOn')}
        description={t('supports.receivedOnHint')}
        value={receivedOn}
        onChange={(event) => event.currentTarget.value !== '' && setReceivedOn(event.currentTarget.value)}
      />
      <DropZone label={t('supports.label')} onFiles={take}>
        <FileButton multiple accept="application/pdf,.pdf" onChange={take} inputProps={{ 'aria-label': t('supports.label') }}>
          {(props) => (
            <Button variant="default" leftSection={<IconFileTypePdf size={18} aria-hidden />} {...props}>
              {t('supports.choose')}
            </Button>
          )}
        </FileButton>
        <span>{t('supports.drop')}</span>
      </DropZone>
      <UploadsList uploads={uploads} onAttach={attach} onDiscard={discard} onRetry={(upload) => void retry(upload)} />
      {missing > 0 && <p className={styles['plain']}>{t('supports.missing', { count: missing })}</p>}
      <SupportsTable />
      <UnboundSection />
    </>
  )
}
