import { useTranslation } from 'react-i18next'
import type { ScoreSheet } from '#domain/sheet.ts'
import { croppedToInk } from '#domain/strokes.ts'
import { formatMoment } from '../shared/formatters.ts'
import styles from './desk.module.css'
import { StrokesDrawing } from './strokes-drawing.tsx'

/** The candidate's own signature of their presence; nothing where none was given. */
export function SheetPresence({ sheet: { candidate, presenceSignature } }: { sheet: ScoreSheet }) {
  const { t } = useTranslation('presenceSignature')
  if (!presenceSignature) return null
  const { gesture, at } = presenceSignature
  const { name } = candidate
  const ink = gesture.kind === 'drawn' ? croppedToInk(gesture.strokes) : null
  return (
    <section className={styles['card']} aria-labelledby="sheet-presence">
      <h2 id="sheet-presence">{t('title')}</h2>
      <p className={styles['plain']}>{t(`said.${gesture.kind}`, { name, when: formatMoment(Date.parse(at)) })}</p>
      {ink && (
        <div style={{ maxInlineSize: ink.width }}>
          <StrokesDrawing strokes={ink} label={t('picture', { name })} />
        </div>
      )}
    </section>
  )
}
