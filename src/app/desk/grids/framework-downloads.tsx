import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FrameworkSummary } from '#contract/grids.ts'
import { routePath } from '#contract/routes.ts'
import { saveFile } from '../../shared/save-file.ts'
import { useAct } from '../account/use-act.ts'
import { FailureNotice } from '../answered.tsx'
import { callRoute } from '../api.ts'
import { XLSX_TYPE } from './workbook/xlsx-type.ts'

/** A framework as files: its own JSON or a workbook, which can be imported again elsewhere, and 1EdTech CASE for other tools. */
export function FrameworkDownloads({ framework, icon }: { framework: FrameworkSummary; icon: ReactNode }) {
  const { t } = useTranslation('grids')
  const act = useAct()
  const name = `${framework.id}-${framework.version}`
  const saveJson = async () => {
    const done = await act.run(() => callRoute('framework', { params: { frameworkHash: framework.hash } }))
    if (done) saveFile(`${name}.json`, JSON.stringify(done.value.framework, null, 2), 'application/json')
  }
  const saveWorkbook = async () => {
    const done = await act.run(() => callRoute('framework', { params: { frameworkHash: framework.hash } }))
    if (!done) return
    const { makeFrameworkWorkbook } = await import('./workbook/make-workbook.ts')
    saveFile(`${name}.xlsx`, await makeFrameworkWorkbook(done.value.framework), XLSX_TYPE)
  }
  return (
    <>
      <Button variant="default" size="xs" leftSection={icon} aria-label={t('list.jsonOf', framework)} onClick={() => void saveJson()}>
        {t('list.json')}
      </Button>
      <Button
        variant="default"
        size="xs"
        leftSection={icon}
        aria-label={t('workbook.xlsxOf', framework)}
        onClick={() => void saveWorkbook()}
      >
        {t('workbook.xlsx')}
      </Button>
      <Button
        component="a"
        href={routePath('frameworkCase', { frameworkHash: framework.hash })}
        download
        variant="default"
        size="xs"
        leftSection={icon}
        aria-label={t('list.caseOf', framework)}
      >
        {t('list.case')}
      </Button>
      {act.failure && <FailureNotice failure={act.failure} />}
    </>
  )
}
