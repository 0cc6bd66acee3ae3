import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './page-field.module.css'

interface PageFieldProps {
  page: number
  pageCount: number
  onPage: (page: number) => void
}

/** The page's number, which can be typed; Enter or leaving the field goes there, Escape gives up. */
export function PageField({ page, pageCount, onPage }: PageFieldProps) {
  const { t } = useTranslation('reader')
  const [typed, setTyped] = useState<string | null>(null)
  const id = useId()

  const goToTyped = () => {
    const wanted = Number(typed)
    if (typed !== null && Number.isInteger(wanted) && wanted >= 1) onPage(Math.min(wanted, pageCount))
    setTyped(null)
  }

  return (
    <span className={styles['field']}>
      <label htmlFor={id} className="cdj-visually-hidden">
        {t('viewer.pageField', { pageCount })}
      </label>
      <input
        id={id}
        className={`${styles['input']} cdj-figures`}
        inputMode="numeric"
        autoComplete="off"
        size={Math.max(2, String(pageCount).length)}
        value={typed ?? String(page)}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={goToTyped}
        onKeyDown={(event) => {
          if (event.key === 'Enter') goToTyped()
          if (event.key === 'Escape') setTyped(null)
        }}
      />
      <span aria-hidden className="cdj-figures">
        {t('viewer.ofPages', { pageCount })}
      </span>
    </span>
  )
}
