import type { EntryBody } from '#domain/entry.ts'
import type { Grid } from '#domain/grid.ts'
import { t } from '#texts/i18n.ts'
import { targetName } from '../../shared/sheet/target-name.ts'

/** A gesture in a few words: what undo would take back. */
export function gestureWords(grid: Grid, body: EntryBody): string {
  switch (body.kind) {
    case 'mark': {
      const first = body.targets[0]
      const one = body.targets.length === 1 && first !== undefined ? targetName(grid, first) : null
      const count = body.targets.length
      if (body.value === null) return one === null ? t('oral:gesture.clearedMany', { count }) : t('oral:gesture.cleared', { target: one })
      const value = t(`domain:observation.${body.value}`).toLowerCase()
      return one === null ? t('oral:gesture.markMany', { count, value }) : t('oral:gesture.mark', { target: one, value })
    }
    case 'detail':
      return body.detail
    case 'verdict':
      return t('oral:gesture.verdict', { section: body.sectionId })
    case 'undo':
      return t('oral:toolbar.undo')
    case 'redo':
      return t('oral:toolbar.redo')
    default:
      return t(`oral:gesture.${body.kind}`)
  }
}
