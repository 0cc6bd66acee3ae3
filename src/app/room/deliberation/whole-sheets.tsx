import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HashedSheet } from '#domain/compose-minutes.ts'
import type { Grid } from '#domain/grid.ts'
import { SheetReading } from '../oral/signed/sheet-reading.tsx'
import styles from './deliberation.module.css'

/** Any sheet as it was signed, with its timeline; one at a time. */
export function WholeSheets({ grid, sheets }: { grid: Grid; sheets: readonly HashedSheet[] }) {
  const { t } = useTranslation('deliberation')
  const [hash, setHash] = useState<string | null>(null)
  const shown = sheets.find((item) => item.hash === hash)
  if (sheets.length === 0) return null
  return (
    <section className={styles['section']} aria-labelledby="whole-sheets">
      <h2 id="whole-sheets">{t('oral.whole')}</h2>
      <div className={styles['row']}>
        {sheets.map((item) => (
          <Button
            key={item.hash}
            mih={48}
            variant={item.hash === hash ? 'filled' : 'default'}
            aria-expanded={item.hash === hash}
            onClick={() => setHash(item.hash === hash ? null : item.hash)}
          >
            {t('oral.wholeOf', { name: item.sheet.juror.name })}
          </Button>
        ))}
      </div>
      {shown && (
        <>
          <SheetReading grid={grid} signed={shown} />
          <div>
            <Button variant="default" mih={48} onClick={() => setHash(null)}>
              {t('oral.close')}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
