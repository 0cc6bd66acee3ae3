import { Button } from '@mantine/core'
import { IconArrowBackUp, IconEraser } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import styles from './ink.module.css'
import type { useInk } from './use-ink.ts'

/** Where one draws, with the last stroke and everything one touch from being taken back. */
export function InkSurface({ ink, label }: { ink: ReturnType<typeof useInk>; label: string }) {
  const { t } = useTranslation('oral')
  const { canvasRef, strokes, undoStroke, clear } = ink
  return (
    <div className={styles['surface']}>
      <canvas ref={canvasRef} className={styles['canvas']} role="img" aria-label={label} />
      <div className={styles['acts']}>
        <Button
          variant="subtle"
          mih={48}
          leftSection={<IconArrowBackUp size={20} aria-hidden />}
          disabled={strokes === null}
          onClick={undoStroke}
        >
          {t('sign.undoStroke')}
        </Button>
        <Button variant="subtle" mih={48} leftSection={<IconEraser size={20} aria-hidden />} disabled={strokes === null} onClick={clear}>
          {t('sign.clear')}
        </Button>
      </div>
    </div>
  )
}
