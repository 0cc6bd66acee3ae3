import type { TFunction } from 'i18next'
import type { EntryBody, TimerEvent } from '#domain/entry.ts'
import type { Grid } from '#domain/grid.ts'
import type { TimelineItem } from '#domain/sheet.ts'
import { formatClock } from './oral-clock.ts'
import { targetLabel } from './target-label.ts'

type Words = TFunction<['desk', 'domain', 'transcription', 'presenceSignature']>

/** One line of the timeline as a sentence. */
export function timelineWords(t: Words, grid: Grid, { body }: TimelineItem): string {
  switch (body.kind) {
    case 'identity':
      return body.checked ? t('sheet.timeline.identity.yes') : t('sheet.timeline.identity.no')
    case 'presence':
      return t('sheet.timeline.presence', { value: t(`domain:presence.${body.presence}`) })
    case 'mark':
      return markWords(t, grid, body)
    case 'detail':
      return body.value === null
        ? t('sheet.timeline.cleared')
        : t('sheet.timeline.detail', { value: t(`domain:observation.${body.value}`), detail: body.detail })
    case 'note':
      if (body.text === null) return t('sheet.timeline.noteDeleted')
      return body.text === '' ? t('sheet.timeline.ink') : t('sheet.timeline.note', { text: body.text })
    case 'question':
      if (body.text === null) return t('sheet.timeline.questionDeleted')
      return body.asked ? t('sheet.timeline.questionAsked', { text: body.text }) : t('sheet.timeline.question', { text: body.text })
    case 'verdict':
      return body.verdict === null
        ? t('sheet.timeline.verdictCleared', { section: body.sectionId })
        : t('sheet.timeline.verdict', { section: body.sectionId, value: t(`domain:verdict.${body.verdict}`) })
    case 'partVerdict':
      return body.verdict === null
        ? t('sheet.timeline.partVerdictCleared')
        : t('sheet.timeline.partVerdict', { value: t(`domain:partVerdict.${body.verdict}`) })
    case 'appreciation':
      return t('sheet.timeline.appreciation')
    case 'correction':
      return t('sheet.timeline.correction', { reason: body.reason })
    case 'transcription':
      return body.transcription === null
        ? t('transcription:timeline.cleared')
        : t('transcription:timeline.set', { by: body.transcription.by })
    case 'presenceSignature':
      return t(`presenceSignature:timeline.${body.gesture?.kind ?? 'cleared'}`)
    case 'timer':
      return timerWords(t, grid, body.event)
    case 'undo':
    case 'redo':
      throw new RangeError('the timeline holds no undone gesture')
  }
}

function markWords(t: Words, grid: Grid, body: Extract<EntryBody, { kind: 'mark' }>): string {
  if (body.value === null) return t('sheet.timeline.cleared')
  const label = targetLabel(grid, body.targets[0] ?? '')
  return t('sheet.timeline.mark', { count: body.targets.length, value: t(`domain:observation.${body.value}`), label })
}

function timerWords(t: Words, grid: Grid, event: TimerEvent): string {
  switch (event.type) {
    case 'start':
    case 'resume':
    case 'stop':
      return t(`sheet.timeline.timer.${event.type}`)
    case 'pause':
      return t('sheet.timeline.timer.pause', event)
    case 'phase':
      return t('sheet.timeline.timer.phase', { phase: grid.phases.find(({ id }) => id === event.phaseId)?.title ?? event.phaseId })
    case 'extend':
      return t('sheet.timeline.timer.extend', { duration: formatClock(event.ms), reason: event.reason })
    case 'incident':
      return t('sheet.timeline.timer.incident', event)
    case 'jump': {
      const duration = formatClock(Math.abs(event.ms))
      return event.cause === 'sleep' ? t('sheet.timeline.timer.jumpSleep', { duration }) : t('sheet.timeline.timer.jumpClock', { duration })
    }
  }
}
