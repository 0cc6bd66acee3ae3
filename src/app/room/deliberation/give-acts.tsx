import { Button } from '@mantine/core'
import { IconDownload, IconQrcode } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Giving } from '#device/deliberation/give.ts'
import { juryFile } from '#device/deliberation/jury-file.ts'
import { saveFile } from '../../shared/save-file.ts'
import { useBreakPage } from '../../shared/use-break-page.ts'
import styles from './deliberation.module.css'
import { GivingRefusal } from './giving-refusal.tsx'

interface GiveActsProps {
  /** Where the animated code is shown. */
  to: string
  make: () => Promise<Giving>
  isMain?: boolean
}

/** Giving something of the deliberation: as an animated code, or as a file. */
export function GiveActs({ to, make, isMain = true }: GiveActsProps) {
  const { t } = useTranslation('deliberation')
  const breakPage = useBreakPage()
  const [fileName, setFileName] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<Extract<Giving, { ok: false }> | null>(null)
  const save = async () => {
    const giving = await make()
    setRefusal(giving.ok ? null : giving)
    if (!giving.ok) return
    const file = juryFile(giving.envelopes, new Date())
    saveFile(file.name, await file.text(), file.type)
    setFileName(file.name)
  }
  return (
    <>
      <div className={styles['row']}>
        <Button
          component={Link}
          to={to}
          size="lg"
          variant={isMain ? 'filled' : 'default'}
          leftSection={<IconQrcode size={22} aria-hidden />}
        >
          {t('home.give.qr')}
        </Button>
        <Button
          variant="default"
          size="lg"
          leftSection={<IconDownload size={22} aria-hidden />}
          onClick={() => void save().catch(breakPage)}
        >
          {t('home.give.file')}
        </Button>
      </div>
      {refusal && <GivingRefusal refusal={refusal} />}
      <p role="status" className={styles['quiet']}>
        {fileName !== null && t('home.give.saved', { fileName })}
      </p>
    </>
  )
}
