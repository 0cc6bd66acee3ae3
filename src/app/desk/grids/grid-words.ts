import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Grid, GridPart } from '#domain/grid.ts'
import type { GridFact, GridSubject } from '#domain/grid-comparison.ts'
import { formatList } from '../../shared/formatters.ts'
import type { DraftComplaint } from './grid-form.ts'

/** A grid's part in words: its block, or the final interview. */
export function usePartWords(): (part: GridPart) => string {
  const { t } = useTranslation('grids')
  return useCallback((part) => (part.kind === 'block' ? t('part.block', { id: part.blockId }) : t('part.finalInterview')), [t])
}

/** A decision rule in one sentence. */
export function usePartRuleWords(): (rule: Grid['decisionRule']['part']) => string {
  const { t } = useTranslation('grids')
  return useCallback((rule) => t(`rule.${rule.kind}`, { count: 0, percent: 0, threshold: 0, floor: 0, ...rule }), [t])
}

/** The value of a fact of a grid, in words. */
export function useFactWords(): (fact: GridFact | null) => string {
  const { t } = useTranslation('grids')
  const ruleWords = usePartRuleWords()
  return useCallback(
    (fact) => {
      if (fact === null) return t('compare.absent')
      switch (fact.field) {
        case 'partRule':
          return ruleWords(fact.value)
        case 'sectionRule':
          return t('rule.section', fact.value)
        case 'scale':
          return fact.value.kind === 'points' ? t('scale.pointsOf', fact.value) : t('scale.levels')
        case 'certifierSettings':
          return fact.value.length === 0 ? t('compare.none') : formatList(fact.value.map((setting) => t(`setting.${setting}`)))
        default:
          return plainWords(fact.value, { yes: t('compare.yes'), no: t('compare.no'), none: t('compare.none') })
      }
    },
    [t, ruleWords],
  )
}

function plainWords(
  value: string | number | boolean | null | readonly (string | number)[],
  words: { yes: string; no: string; none: string },
): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (value === null) return words.none
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  return value.length === 0 ? words.none : value.join(' · ')
}

/** What a change is about: its kind, its id, and the field. */
export function useSubjectWords(): (subject: GridSubject, field: GridFact['field']) => string {
  const { t } = useTranslation('grids')
  return useCallback(
    (subject, field) => {
      const what = t(`compare.field.${field}`)
      return subject.kind === 'grid'
        ? what
        : t('compare.about', { subject: t(`compare.subject.${subject.kind}`), id: subject.id, field: what })
    },
    [t],
  )
}

type Named = 'sections' | 'criteria' | 'indicators' | 'phases' | 'items'
const SUBJECTS = { sections: 'section', criteria: 'criterion', indicators: 'indicator', phases: 'phase', items: 'delivery' } as const

/** A complaint about the editor's fields: where, by the certifier's ids, and what to do. */
export function useComplaintWords(): (complaint: DraftComplaint, draft: Grid) => { place: string; message: string } {
  const { t } = useTranslation('grids')
  return useCallback(
    (complaint, draft) => {
      const { subject, id } = deepest(complaint.path, draft)
      const names = complaint.path.filter((step): step is keyof typeof FIELDS => typeof step === 'string' && Object.hasOwn(FIELDS, step))
      const last = names.at(-1)
      const field = last === undefined ? null : t(`compare.field.${FIELDS[last]}`)
      const about = subject === null ? null : `${t(`compare.subject.${subject}`)} ${id}`
      return {
        place: [about, field].filter((words) => words !== null).join(', ') || t('compare.subject.grid'),
        message: t(`issue.${complaint.code}`, { limit: complaint.limit ?? '' }),
      }
    },
    [t],
  )
}

const FIELDS = {
  title: 'label',
  label: 'label',
  version: 'version',
  durationMinutes: 'durationMinutes',
  minutes: 'minutes',
  weight: 'weight',
  warningMinutes: 'warningMinutes',
  scale: 'scale',
  section: 'sectionRule',
  part: 'partRule',
  maxPages: 'maxPages',
  submissionWeeksBefore: 'submissionWeeksBefore',
  guidance: 'guidance',
  phases: 'phaseOrder',
  focus: 'focus',
} as const

/** The innermost named thing on a path. A path of the delivery names its item by id. */
function deepest(path: DraftComplaint['path'], draft: Grid): { subject: (typeof SUBJECTS)[Named] | null; id: string } {
  let subject: (typeof SUBJECTS)[Named] | null = null
  let id = ''
  let here: unknown = draft
  for (const [place, step] of path.entries()) {
    const before = path[place - 1]
    here = typeof here === 'object' && here !== null ? (here as Record<string | number, unknown>)[step] : undefined
    if (typeof before !== 'string' || !Object.hasOwn(SUBJECTS, before)) continue
    subject = SUBJECTS[before as Named]
    id = typeof step === 'string' ? step : idOf(here)
  }
  return { subject, id }
}

function idOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : ''
}
