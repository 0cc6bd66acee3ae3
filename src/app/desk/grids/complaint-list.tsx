import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Grid } from '#domain/grid.ts'
import { Notice } from '../../shared/notice.tsx'
import styles from '../desk.module.css'
import type { DraftComplaint } from './grid-form.ts'
import { useComplaintWords } from './grid-words.ts'

/** Everything wrong in the draft at once; each complaint leads to its field. */
export function ComplaintList({ complaints, draft }: { complaints: readonly DraftComplaint[]; draft: Grid }) {
  const { t } = useTranslation('grids')
  const words = useComplaintWords()
  if (complaints.length === 0) return null
  return (
    <Notice tone="danger" role="alert" title={t('editor.complaints', { count: complaints.length })}>
      <p className={styles['plain']}>{t('editor.complaintsHint')}</p>
      <ul>
        {complaints.map((complaint) => {
          const { place, message } = words(complaint, draft)
          return (
            <li key={`${complaint.path.join('.')} ${complaint.code}`}>
              <Anchor component="button" type="button" onClick={() => showField(complaint.path)}>
                {place}
              </Anchor>{' '}
              : {message}
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}

/** Opens whatever is folded around the field, and goes to it: to its parent's first field when it has none itself. */
function showField(path: DraftComplaint['path']): void {
  for (let length = path.length; length > 0; length -= 1) {
    const name = path.slice(0, length).join('.')
    const field = document.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"], [name^="${CSS.escape(name)}."]`)
    if (!field) continue
    for (let fold = field.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) fold.open = true
    field.focus()
    return
  }
}
