import { Dexie, type Table } from 'dexie'
import { type DraftLog, openDraft } from '#device/draft-log.ts'
import type { Notebook } from '#device/notebook.ts'
import { enrol } from '#device/notebooks.ts'
import type { Entry, EntryBody } from '#domain/entry.ts'
import { gridIndicators } from '#domain/grid.ts'

/** Milliseconds from the call to the committed row, one for each tap. */
export interface RecordTimes {
  ours: number[]
  baseline: number[]
}

declare global {
  interface Window {
    /** Enrols this browser and opens a draft of block 1. */
    prepareRecord(code: string): Promise<void>
    /** Measures that many taps, ours and the baseline by turns. */
    measureRecord(taps: number): Promise<RecordTimes>
  }
}

/** The baseline: the same entry in clear, put by Dexie with the same durability, in a database of its own. */
class PlainDatabase extends Dexie {
  readonly entries!: Table<Entry & { sheetId: string }, [string, number]>
  constructor() {
    super('bench-plain', { chromeTransactionDurability: 'strict', cache: 'disabled' })
    this.version(1).stores({ entries: '[sheetId+seq]' })
  }
}

/** Taps of one side in a row before it is the other's turn, so that both meet the same weather. */
const TURN = 20
const WARM_UP_TAPS = 40

const plain = new PlainDatabase()
let draft: DraftLog | null = null

window.prepareRecord = async (code) => {
  const outcome = await enrol(code, { passphrase: 'une souris verte dans l’herbe', label: 'Bench', deviceName: 'Bench' })
  if (!outcome.ok) throw new Error(`enrolment: ${outcome.code}`)
  draft = await openDraft(outcome.notebook, oralOfBlock1(outcome.notebook))
  await draft.append({ kind: 'presence', presence: 'present' })
  await draft.append({ kind: 'timer', event: { type: 'start' } })
}

window.measureRecord = async (taps) => {
  if (!draft) throw new Error('not prepared')
  const { sheetId, oral } = draft
  const indicators = gridIndicators(oral.grid)
  const times: RecordTimes = { ours: [], baseline: [] }
  for (let tap = 0; tap < taps + WARM_UP_TAPS; tap += 1) {
    const indicator = indicators[tap % indicators.length]
    if (!indicator) throw new Error('a grid without indicators')
    const body: EntryBody = { kind: 'mark', targets: [indicator.id], value: 'observed' }
    const startedMs = performance.now()
    const entry = await draft.append(body)
    const ours = performance.now() - startedMs
    if (tap >= WARM_UP_TAPS) times.ours.push(ours)
    if (tap % TURN === TURN - 1) times.baseline.push(...(await measurePlain(sheetId, entry, TURN)))
  }
  return { ...times, baseline: times.baseline.slice(-taps) }
}

async function measurePlain(sheetId: string, entry: Entry, taps: number): Promise<number[]> {
  const times: number[] = []
  for (let tap = 0; tap < taps; tap += 1) {
    const row = { ...entry, id: crypto.randomUUID(), seq: entry.seq + tap, sheetId }
    const startedMs = performance.now()
    await plain.entries.put(row)
    times.push(performance.now() - startedMs)
  }
  return times
}

function oralOfBlock1(notebook: Notebook): string {
  const oral = notebook.package.session.orals.find(({ gridId }) => gridId === 'cdcm-b1')
  if (!oral) throw new Error('no oral of block 1')
  return oral.id
}
