import type {
  Entry,
  EntryBody,
  EntryKind,
  Observation,
  PartVerdict,
  Presence,
  PresenceGesture,
  Strokes,
  Transcription,
  VerdictLevel,
} from './entry.ts'

export interface MarkState {
  value: Observation
  /** The oral's time of the mark, or null when made outside it. */
  oralMs: number | null
  phaseId: string | null
  page: number | null
}

export interface NoteState {
  id: string
  targetId: string | null
  page: number | null
  text: string
  ink: Strokes | null
  private: boolean
  oralMs: number | null
  entryId: string
}

export interface QuestionState {
  id: string
  text: string
  asked: boolean
  targetId: string | null
}

/** A draft as its juror sees it: the pure fold of its log. */
export interface DraftState {
  identityChecked: boolean
  presence: Presence | null
  presenceReason: string
  marks: Record<string, MarkState>
  /** `details[target][detail]` */
  details: Record<string, Record<string, Observation>>
  notes: NoteState[]
  questions: QuestionState[]
  verdicts: Record<string, { verdict: VerdictLevel; points: number | null; reason: string }>
  partVerdict: { verdict: PartVerdict; reason: string } | null
  appreciation: string
  revision: number
  replaces: { hash: string; reason: string } | null
  /** Where it was first filled on paper: with when it was typed in, in epoch milliseconds. */
  transcribed: (Transcription & { wallMs: number }) | null
  /** The candidate's signature of their presence, with when it was given, in epoch milliseconds. None stands beside an absence. */
  presenceSignature: PresenceSignature | null
}

export interface PresenceSignature {
  gesture: PresenceGesture
  wallMs: number
  entryId: string
}

/** Facts about the world (time, presence, a signature reopened) stay; only what the juror judged or wrote is undone. */
const UNDOABLE: ReadonlySet<EntryKind> = new Set<EntryKind>([
  'identity',
  'mark',
  'detail',
  'note',
  'question',
  'verdict',
  'partVerdict',
  'appreciation',
])

export function emptyDraft(): DraftState {
  return {
    identityChecked: false,
    presence: null,
    presenceReason: '',
    marks: {},
    details: {},
    notes: [],
    questions: [],
    verdicts: {},
    partVerdict: null,
    appreciation: '',
    revision: 1,
    replaces: null,
    transcribed: null,
    presenceSignature: null,
  }
}

/** The entries still in force: those not undone, or undone then redone. */
export function effectiveEntries(entries: readonly Entry[]): Entry[] {
  const undone = undoneIds(entries)
  return entries.filter((entry) => !undone.has(entry.id))
}

function undoneIds(entries: readonly Entry[]): Set<string> {
  const undone = new Set<string>()
  for (const { body } of entries) {
    if (body.kind === 'undo') undone.add(body.entryId)
    else if (body.kind === 'redo') undone.delete(body.entryId)
  }
  return undone
}

/** Folds a log, ordered by `seq`, into the draft. */
export function foldDraft(entries: readonly Entry[]): DraftState {
  const state = emptyDraft()
  for (const entry of effectiveEntries(entries)) applyBody(state, entry, entry.body)
  // Left out only here, at the end: an absence said by mistake and taken back loses no signature.
  return state.presence === 'absent' ? { ...state, presenceSignature: null } : state
}

function applyBody(state: DraftState, entry: Entry, body: EntryBody): void {
  switch (body.kind) {
    case 'identity':
      state.identityChecked = body.checked
      return
    case 'presence':
      state.presence = body.presence
      state.presenceReason = body.reason ?? ''
      return
    case 'mark':
      for (const target of body.targets) {
        if (body.value === null) delete state.marks[target]
        else {
          const page = body.page ?? state.marks[target]?.page ?? null
          state.marks[target] = { value: body.value, oralMs: entry.oralMs, phaseId: entry.phaseId, page }
        }
      }
      return
    case 'detail': {
      const details = { ...state.details[body.target] }
      if (body.value === null) delete details[body.detail]
      else details[body.detail] = body.value
      state.details[body.target] = details
      return
    }
    case 'note':
      applyNote(state, entry, body)
      return
    case 'question':
      applyQuestion(state, body)
      return
    case 'verdict':
      if (body.verdict === null) delete state.verdicts[body.sectionId]
      else state.verdicts[body.sectionId] = { verdict: body.verdict, points: body.points ?? null, reason: body.reason }
      return
    case 'partVerdict':
      state.partVerdict = body.verdict === null ? null : { verdict: body.verdict, reason: body.reason }
      return
    case 'appreciation':
      state.appreciation = body.text
      return
    case 'correction':
      state.revision += 1
      state.replaces = { hash: body.replaces, reason: body.reason }
      return
    case 'transcription':
      state.transcribed = body.transcription === null ? null : { ...body.transcription, wallMs: entry.at.wallMs }
      return
    case 'presenceSignature':
      state.presenceSignature = body.gesture === null ? null : { gesture: body.gesture, wallMs: entry.at.wallMs, entryId: entry.id }
      return
    case 'timer':
    case 'undo':
    case 'redo':
      return
  }
}

function applyNote(state: DraftState, entry: Entry, body: Extract<EntryBody, { kind: 'note' }>): void {
  const index = state.notes.findIndex((note) => note.id === body.noteId)
  if (body.text === null) {
    if (index >= 0) state.notes.splice(index, 1)
    return
  }
  const previous = state.notes[index]
  const note: NoteState = {
    id: body.noteId,
    targetId: body.target.id ?? null,
    page: body.target.page ?? null,
    text: body.text,
    ink: body.ink ?? previous?.ink ?? null,
    private: body.private,
    oralMs: previous ? previous.oralMs : entry.oralMs,
    entryId: entry.id,
  }
  if (index >= 0) state.notes[index] = note
  else state.notes.push(note)
}

function applyQuestion(state: DraftState, body: Extract<EntryBody, { kind: 'question' }>): void {
  const index = state.questions.findIndex((question) => question.id === body.questionId)
  if (body.text === null) {
    if (index >= 0) state.questions.splice(index, 1)
    return
  }
  const question = { id: body.questionId, text: body.text, asked: body.asked, targetId: body.targetId ?? null }
  if (index >= 0) state.questions[index] = question
  else state.questions.push(question)
}

/** What undo would take back: the last judgement still in force since the sheet was last signed, or null. */
export function undoTarget(entries: readonly Entry[]): Entry | null {
  const undone = undoneIds(entries)
  for (const entry of [...entries].reverse()) {
    if (entry.body.kind === 'correction') return null
    if (UNDOABLE.has(entry.body.kind) && !undone.has(entry.id)) return entry
  }
  return null
}

/** What redo would bring back: the last undone entry, as long as nothing new was judged since; or null. */
export function redoTarget(entries: readonly Entry[]): Entry | null {
  const undone = undoneIds(entries)
  let pending = 0
  for (const entry of [...entries].reverse()) {
    const { body } = entry
    if (body.kind === 'redo') pending += 1
    else if (body.kind === 'undo') {
      if (pending > 0) pending -= 1
      else return undone.has(body.entryId) ? (entries.find((e) => e.id === body.entryId) ?? null) : null
    } else if (UNDOABLE.has(body.kind)) return null
  }
  return null
}
