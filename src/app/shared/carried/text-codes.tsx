import { Button } from '@mantine/core'
import { useInterval, useReducedMotion } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { splitText } from '#device/transfer/text-parts.ts'
import { QrImage } from '../qr-image.tsx'
import { useBreakPage } from '../use-break-page.ts'
import styles from './carried.module.css'

/** Long enough for a camera to see each code several times. */
const TURN_MS = 600

/** A text as the code, or as the codes in turn, that carry it to a camera. They stand still for who asked for less motion. */
export function TextCodes({ text, label }: { text: string; label: string }) {
  const breakPage = useBreakPage()
  const [codes, setCodes] = useState<string[]>([])
  useEffect(() => {
    let isOver = false
    splitText(text)
      .then((split) => {
        if (!isOver) setCodes(split)
      })
      .catch(breakPage)
    return () => {
      isOver = true
    }
  }, [text, breakPage])
  if (codes.length > 1) return <TurningCodes codes={codes} label={label} />
  return codes.map((code) => <QrImage key={code} text={code} label={label} className={styles['code']} />)
}

function TurningCodes({ codes, label }: { codes: readonly string[]; label: string }) {
  const { t } = useTranslation('vault')
  const isStill = useReducedMotion()
  const [at, setAt] = useState(0)
  const [isTurning, setTurning] = useState(true)
  const showNext = () => setAt((last) => (last + 1) % codes.length)
  const { start, stop } = useInterval(showNext, TURN_MS)
  const turns = isTurning && !isStill
  useEffect(() => {
    if (turns) start()
    return stop
  }, [turns, start, stop])
  return (
    <>
      <QrImage text={codes[at] ?? ''} label={label} className={styles['code']} />
      <p>{t('carried.codePlace', { place: at + 1, total: codes.length })}</p>
      <div className={styles['row']}>
        {!isStill && (
          <Button variant="default" size="md" onClick={() => setTurning(!isTurning)}>
            {isTurning ? t('carried.holdCode') : t('carried.turnCodes')}
          </Button>
        )}
        {!turns && (
          <Button variant="default" size="md" onClick={showNext}>
            {t('carried.nextCode')}
          </Button>
        )}
      </div>
    </>
  )
}
