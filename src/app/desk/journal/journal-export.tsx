import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { JournalFilter } from '#contract/journal.ts'
import { saveFile } from '../../shared/save-file.ts'
import { useBreakPage } from '../../shared/use-break-page.ts'
import { useAct } from '../account/use-act.ts'
import { FailureNotice } from '../answered.tsx'
import { callFile } from '../api.ts'

const MEDIA_TYPES = { csv: 'text/csv;charset=utf-8', json: 'application/json' } as const

/** Saves every row that the filter chooses, shown or not, as the server makes the file. */
export function JournalExport({ filter }: { filter: JournalFilter }) {
  const { t } = useTranslation('desk')
  const breakPage = useBreakPage()
  const { busy, failure, run } = useAct()
  const save = async (format: keyof typeof MEDIA_TYPES) => {
    const file = await run(() => callFile('journalExport', { body: { ...filter, format } }))
    if (file) saveFile(`${t('journal.fileName')}.${format}`, file.value, MEDIA_TYPES[format])
  }
  return (
    <>
      <Button
        variant="default"
        loading={busy}
        leftSection={<IconDownload size={18} aria-hidden />}
        onClick={() => void save('csv').catch(breakPage)}
      >
        {t('journal.export')}
      </Button>
      <Button
        variant="default"
        loading={busy}
        leftSection={<IconDownload size={18} aria-hidden />}
        onClick={() => void save('json').catch(breakPage)}
      >
        {t('journal.exportJson')}
      </Button>
      {failure && <FailureNotice failure={failure} />}
    </>
  )
}
