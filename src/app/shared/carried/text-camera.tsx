import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { scanText, type TextScan } from '#device/transfer/text-scanner.ts'
import { Notice } from '../notice.tsx'
import { useBreakPage } from '../use-break-page.ts'
import styles from './carried.module.css'

/** Films the code, or the codes one after the other, that hold a text. */
export function TextCamera({ onText }: { onText: (text: string) => void }) {
  const { t } = useTranslation(['vault', 'transfer'])
  const breakPage = useBreakPage()
  const video = useRef<HTMLVideoElement>(null)
  const [scan, setScan] = useState<TextScan>({ step: 'opening' })
  const latest = useRef(onText)
  useEffect(() => {
    latest.current = onText
  }, [onText])
  useEffect(() => {
    if (video.current === null) return
    return scanText(video.current, { onState: setScan, onText: (text) => latest.current(text), onBroken: breakPage })
  }, [breakPage])
  if (scan.step === 'failed') {
    return (
      <Notice tone="danger" role="alert" title={t(`transfer:receive.failed.${scan.reason}.title`)}>
        <p>{t('vault:carried.noCamera')}</p>
      </Notice>
    )
  }
  return (
    <>
      <video ref={video} autoPlay muted playsInline className={styles['preview']} aria-label={t('transfer:receive.preview')} />
      <p role="status" className={styles['quiet']}>
        {scan.step === 'opening'
          ? t('vault:carried.opening')
          : scan.parts
            ? t('vault:carried.partsRead', { read: scan.parts.read, total: scan.parts.count })
            : t('vault:carried.aim')}
      </p>
    </>
  )
}
