import { jurorName } from '#device/deliberation/panel-day.ts'
import type { Notebook } from '#device/notebook.ts'
import { formatList } from '../../shared/formatters.ts'

/** `a, b et c`, from jurors' ids. */
export function jurorNames(notebook: Notebook, jurorIds: readonly string[]): string {
  return formatList(jurorIds.map((id) => jurorName(notebook, id) ?? id))
}
