import type { Grid, GridSetting, Scale } from './grid.ts'

type PartRule = Grid['decisionRule']['part']
type SectionRule = Grid['decisionRule']['section']

/** One thing a grid says, in the form its words are made from. */
export type GridFact =
  | { field: 'label' | 'purpose' | 'note' | 'framework'; value: string }
  | { field: 'durationMinutes' | 'minutes' | 'weight'; value: number }
  | { field: 'maxPages' | 'submissionWeeksBefore'; value: number | null }
  | { field: 'eliminatory' | 'essential' | 'counted' | 'timed' | 'annexesExcluded'; value: boolean }
  | { field: 'phaseOrder' | 'details' | 'observables' | 'guidance' | 'focus'; value: readonly string[] }
  | { field: 'order'; value: readonly string[]; of: GridSubject['kind'] }
  | { field: 'warningMinutes'; value: readonly number[] }
  | { field: 'certifierSettings'; value: readonly GridSetting[] }
  | { field: 'scale'; value: Scale }
  | { field: 'sectionRule'; value: SectionRule }
  | { field: 'partRule'; value: PartRule }

/** What a fact is about, by the certifier's own id. */
export interface GridSubject {
  kind: 'grid' | 'phase' | 'section' | 'criterion' | 'indicator' | 'delivery'
  id: string
}

/** A difference between two versions. `before` is null for what is new, `after` for what is gone. */
export interface GridChange {
  subject: GridSubject
  before: GridFact | null
  after: GridFact | null
}

/** Everything two grids say differently, in reading order. What is new or gone is told once, by its label; an order, of what both have. */
export function compareGrids(before: Grid, after: Grid): GridChange[] {
  const old = factsOf(before)
  const recent = factsOf(after)
  const changes: GridChange[] = []
  for (const [key, { subject, fact }] of recent) {
    const was = old.get(key)
    if (was === undefined) {
      if (fact.field === 'label' || old.has(labelKey(subject))) changes.push({ subject, before: null, after: fact })
    } else if (comparable(was.fact, recent) !== comparable(fact, old)) changes.push({ subject, before: was.fact, after: fact })
  }
  for (const [key, { subject, fact }] of old) {
    if (!recent.has(key) && (fact.field === 'label' || recent.has(labelKey(subject)))) changes.push({ subject, before: fact, after: null })
  }
  return changes
}

type Facts = Map<string, { subject: GridSubject; fact: GridFact }>

function labelKey({ kind, id }: GridSubject): string {
  return `${kind} ${id} label`
}

/** A fact's value as one text. Of an order, what the other grid has too: what is new or gone is told by its own label. */
function comparable(fact: GridFact, other: Facts): string {
  const shared = (ids: readonly string[], kind: GridSubject['kind']) => ids.filter((id) => other.has(labelKey({ kind, id })))
  if (fact.field === 'phaseOrder') return JSON.stringify(shared(fact.value, 'phase'))
  return JSON.stringify(fact.field === 'order' ? shared(fact.value, fact.of) : fact.value)
}

function factsOf(grid: Grid): Facts {
  const facts: Facts = new Map()
  const tell = (subject: GridSubject, fact: GridFact) => facts.set(`${subject.kind} ${subject.id} ${fact.field}`, { subject, fact })
  tellSettings(grid, tell)
  for (const phase of grid.phases) {
    const subject = { kind: 'phase', id: phase.id } as const
    tell(subject, { field: 'label', value: phase.title })
    tell(subject, { field: 'minutes', value: phase.minutes })
    tell(subject, { field: 'focus', value: phase.focus })
  }
  for (const section of grid.sections) tellSection(section, tell)
  for (const item of grid.delivery.items) {
    const subject = { kind: 'delivery', id: item.id } as const
    tell(subject, { field: 'label', value: item.title })
    tell(subject, { field: 'observables', value: item.observables })
    tell(subject, { field: 'timed', value: item.timed })
  }
  return facts
}

type Tell = (subject: GridSubject, fact: GridFact) => void

function tellSettings(grid: Grid, tell: Tell): void {
  const subject = { kind: 'grid', id: grid.id } as const
  tell(subject, { field: 'label', value: grid.title })
  tell(subject, { field: 'framework', value: `${grid.framework.id} ${grid.framework.version}` })
  tell(subject, { field: 'durationMinutes', value: grid.durationMinutes })
  tell(subject, { field: 'phaseOrder', value: grid.phases.map(({ id }) => id) })
  tell(subject, { field: 'warningMinutes', value: grid.warningMinutes })
  tell(subject, { field: 'scale', value: grid.scale })
  tell(subject, { field: 'sectionRule', value: grid.decisionRule.section })
  tell(subject, { field: 'partRule', value: grid.decisionRule.part })
  tell(subject, { field: 'counted', value: grid.delivery.counted })
  tell(subject, { field: 'maxPages', value: grid.support.maxPages })
  tell(subject, { field: 'annexesExcluded', value: grid.support.annexesExcluded })
  tell(subject, { field: 'submissionWeeksBefore', value: grid.support.submissionWeeksBefore })
  tell(subject, { field: 'certifierSettings', value: [...grid.certifierSettings].sort() })
  tell(subject, { field: 'guidance', value: grid.guidance })
  tell(subject, { field: 'order', value: grid.sections.map(({ id }) => id), of: 'section' })
}

function tellSection(section: Grid['sections'][number], tell: Tell): void {
  const subject = { kind: 'section', id: section.id } as const
  tell(subject, { field: 'label', value: section.title })
  if (section.purpose) tell(subject, { field: 'purpose', value: section.purpose })
  tell(subject, { field: 'weight', value: section.weight })
  tell(subject, { field: 'eliminatory', value: section.eliminatory })
  tell(subject, { field: 'order', value: section.criteria.map(({ id }) => id), of: 'criterion' })
  for (const criterion of section.criteria) {
    const about = { kind: 'criterion', id: criterion.id } as const
    tell(about, { field: 'label', value: criterion.title })
    if (criterion.note) tell(about, { field: 'note', value: criterion.note })
    tell(about, { field: 'order', value: criterion.indicators.map(({ id }) => id), of: 'indicator' })
    for (const { id, label, essential, weight, details, note } of criterion.indicators) {
      const indicator = { kind: 'indicator', id } as const
      tell(indicator, { field: 'label', value: label })
      tell(indicator, { field: 'essential', value: essential })
      tell(indicator, { field: 'weight', value: weight })
      tell(indicator, { field: 'details', value: details })
      if (note) tell(indicator, { field: 'note', value: note })
    }
  }
}
