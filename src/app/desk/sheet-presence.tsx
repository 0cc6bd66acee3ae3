import { useTranslation } from 'react-i18next'
import type { ScoreSheet } from '#domain/sheet.ts'
import { croppedToInk } from '#domain/strokes.ts'
import { formatMoment } from '../shared/formatters.ts'
import { InkPicture } from '../shared/sheet/ink-picture.tsx'
import styles from './desk.module.css'

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
          <InkPicture ink={ink} label={t('picture', { name })} />
        </div>
      )}
    </section>
  )
}
