import type { EntryBody, TimerEvent } from '#domain/entry.ts'
import { type Grid, sectionIndicators } from '#domain/grid.ts'
import { t } from '#texts/i18n.ts'
import { spokenLength } from './clock-text.ts'
import { targetName } from './target-name.ts'

/** More indicators marked at once are counted, with their sections: each one's mark and time stand in the list of marks. */
const MAX_NAMED = 3

function manyTargets(grid: Grid, targets: readonly string[]): string {
  const marked = new Set(targets)
  const sections = grid.sections.filter((section) => sectionIndicators(section).some((indicator) => marked.has(indicator.id)))
  return t('oral:timeline.many', { count: targets.length, sections: sections.map((section) => section.id).join(', ') })
}

/** One entry of the log in one sentence. Undo and redo are folded away before. */
export function timelineSentence(grid: Grid, body: EntryBody): string {
  switch (body.kind) {
    case 'identity':
      return body.checked ? t('oral:timeline.identity') : t('oral:timeline.identityUndone')
    case 'presence':
      return t('oral:timeline.presence', { presence: t(`domain:presence.${body.presence}`) })
    case 'mark': {
      const target =
        body.targets.length > MAX_NAMED ? manyTargets(grid, body.targets) : body.targets.map((id) => targetName(grid, id)).join(', ')
      return body.value === null
        ? t('oral:timeline.cleared', { target })
        : t('oral:timeline.mark', { target, value: observation(body.value) })
    }
    case 'detail':
      return t('oral:timeline.detail', {
        target: targetName(grid, body.target),
        detail: body.detail,
        value: observation(body.value ?? 'notEvaluated'),
      })
    case 'note':
      if (body.text === null) return t('oral:timeline.noteDeleted')
      return body.text === '' ? t('oral:notes.inkNote') : t('oral:timeline.note', { text: body.text })
    case 'question':
      if (body.text === null) return t('oral:timeline.questionDeleted')
      return body.asked ? t('oral:timeline.questionAsked', { text: body.text }) : t('oral:timeline.question', { text: body.text })
    case 'verdict':
      return body.verdict === null
        ? t('oral:timeline.verdictCleared', { section: body.sectionId })
        : t('oral:timeline.verdict', { section: body.sectionId, verdict: t(`domain:verdict.${body.verdict}`) })
    case 'partVerdict':
      return body.verdict === null
        ? t('oral:timeline.partVerdictCleared')
        : t('oral:timeline.partVerdict', { verdict: t(`domain:partVerdict.${body.verdict}`) })
    case 'appreciation':
      return t('oral:timeline.appreciation')
    case 'timer':
      return timerSentence(grid, body.event)
    case 'correction':
      return t('oral:timeline.correction', { reason: body.reason })
    case 'transcription':
      return body.transcription === null
        ? t('transcription:timeline.cleared')
        : t('transcription:timeline.set', { by: body.transcription.by })
    case 'presenceSignature':
      return t(`presenceSignature:timeline.${body.gesture?.kind ?? 'cleared'}`)
    case 'undo':
      return t('oral:toolbar.undo')
    case 'redo':
      return t('oral:toolbar.redo')
  }
}

const observation = (value: Extract<EntryBody, { kind: 'detail' }>['value'] & string) => t(`domain:observation.${value}`)

function timerSentence(grid: Grid, event: TimerEvent): string {
  switch (event.type) {
    case 'start':
    case 'resume':
    case 'stop':
      return t(`oral:timeline.${event.type}`)
    case 'pause':
      return t('oral:timeline.pause', { reason: event.reason })
    case 'phase':
      return t('oral:timeline.phaseChange', { title: grid.phases.find((phase) => phase.id === event.phaseId)?.title ?? event.phaseId })
    case 'extend':
      return t('oral:timeline.extend', { minutes: Math.round(event.ms / 60_000), reason: event.reason })
    case 'incident':
      return t('oral:timeline.incident', { note: event.note })
    case 'jump':
      return t(event.cause === 'sleep' && event.ms > 0 ? 'oral:timeline.sleep' : 'oral:timeline.clock', { time: spokenLength(event.ms) })
  }
}
