import type { EditRequest } from '#domain/tables/edit-lines.ts'
import { t } from '#texts/i18n.ts'
import { columnName, defaultWords } from '../import/complaint-words.ts'

/** What the session's tables need to be read and changed, in the words of the screen. */
export function editRequest(grids: EditRequest['grids']): EditRequest {
  return {
    grids,
    words: { ...defaultWords, yes: t('prepare:tables.yes'), no: t('prepare:tables.no'), column: columnName },
    newId: () => crypto.randomUUID(),
  }
}
