import { Button } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { Countdown } from './countdown.tsx'
import styles from './timer.module.css'

/**
 * The countdown in a window of its own, e.g. on a second screen. It is drawn from this page (a portal): it follows the same log without a
 * second unlocking, and holds nothing a candidate should not see.
 */
export function CountdownWindow() {
  const { t } = useTranslation('oral')
  const [target, setTarget] = useState<Window | null>(null)
  const [blocked, setBlocked] = useState(false)

  useEffect(() => {
    if (target === null) return
    const forget = () => setTarget(null)
    target.addEventListener('pagehide', forget)
    return () => {
      target.removeEventListener('pagehide', forget)
      target.close()
    }
  }, [target])

  const open = () => {
    const opened = window.open('', 'cdj-countdown', 'popup,width=960,height=540')
    setBlocked(opened === null)
    if (opened === null) return
    opened.document.title = t('countdown.title')
    opened.document.documentElement.lang = 'fr'
    opened.document.head.replaceChildren(
      ...[...document.head.querySelectorAll('style, link[rel="stylesheet"]')].map((node) => node.cloneNode(true)),
    )
    for (const { name, value } of document.documentElement.attributes) opened.document.documentElement.setAttribute(name, value)
    setTarget(opened)
  }

  return (
    <>
      <Button variant="default" mih={48} leftSection={<IconExternalLink size={20} aria-hidden />} onClick={open}>
        {t('timer.countdownWindow')}
      </Button>
      {blocked && (
        <p role="alert" className={styles['wakeLock']}>
          {t('timer.countdownBlocked')}
        </p>
      )}
      {target !== null && createPortal(<Countdown />, target.document.body)}
    </>
  )
}
