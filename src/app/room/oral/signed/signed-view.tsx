import { Button, Select } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { DeliveryState } from '#device/delivery-state.ts'
import type { Grid } from '#domain/grid.ts'
import type { SignedSheet } from '#seal/envelope.ts'
import { CorrectForm } from './correct-form.tsx'
import { DeliveryBadge } from './delivery-badge.tsx'
import { SheetReading } from './sheet-reading.tsx'
import styles from './signed.module.css'

interface SignedViewProps {
  grid: Grid
  /** Newest first; at least one. */
  sheets: readonly SignedSheet[]
  /** Of the newest. */
  delivery: DeliveryState | null
  /** Absent while a correction is already under way. */
  onCorrect?: (reason: string) => Promise<unknown>
  onBackToDraft?: () => void
}

/** A signed sheet: everything recorded, read-only, with its earlier versions. */
export function SignedView({ grid, sheets, delivery, onCorrect, onBackToDraft }: SignedViewProps) {
  const { t } = useTranslation(['oral', 'calibration'])
  const [hash, setHash] = useState<string | null>(null)
  const headingRef = useRef<HTMLHeadingElement>(null)
  // The screen just changed from writing to reading: start at the top, for the eye and the screen reader.
  useEffect(() => {
    headingRef.current?.focus({ preventScroll: true })
    headingRef.current?.scrollIntoView({ block: 'end' })
  }, [])
  const newest = sheets[0]
  const shown = sheets.find((signed) => signed.hash === hash) ?? newest
  if (newest === undefined || shown === undefined) return null
  return (
    <div className={styles['view']}>
      <div className={styles['head']}>
        <h2 ref={headingRef} tabIndex={-1}>
          {t('oral:signed.title')}
        </h2>
        <DeliveryBadge delivery={delivery} />
      </div>
      <div className={styles['acts']}>
        {sheets.length > 1 && (
          <Select
            label={t('oral:signed.revisions')}
            size="md"
            allowDeselect={false}
            value={shown.hash}
            onChange={setHash}
            data={sheets.map((signed) => ({
              value: signed.hash,
              label:
                t('oral:signed.revision', { revision: signed.sheet.revision }) + (signed === newest ? ` (${t('oral:signed.latest')})` : ''),
            }))}
          />
        )}
        <Button variant="default" mih={48} leftSection={<IconPrinter size={20} aria-hidden />} onClick={() => window.print()}>
          {t('oral:signed.print')}
        </Button>
        {onBackToDraft && (
          <Button mih={48} onClick={onBackToDraft}>
            {t('oral:signed.backToDraft')}
          </Button>
        )}
        {newest.sheet.kind === 'calibration' && (
          <Button mih={48} component={Link} to={`/salle/calibration/${encodeURIComponent(newest.sheet.oralId)}`}>
            {t('calibration:spread.link')}
          </Button>
        )}
        {onCorrect && <CorrectForm onCorrect={onCorrect} />}
      </div>
      <SheetReading grid={grid} signed={shown} />
    </div>
  )
}
