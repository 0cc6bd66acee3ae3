import type { DeliveryResult } from '#contract/delivery.ts'
import { foldDraft } from '#domain/draft.ts'
import { type Entry, type EntryBody, entrySchema } from '#domain/entry.ts'
import { allottedMs } from '#domain/exam-session.ts'
import { composeSheet } from '#domain/sheet.ts'
import { readTimer, timerEvents } from '#domain/timer.ts'
import { sealSheet, signSheet } from '#seal/envelope.ts'
import { sha256 } from '#seal/hash.ts'
import { verifyReceipt } from '#seal/receipt.ts'
import type { EnrolledDevice } from '../../builders/an-enrolled-device.ts'
import { type Gesture, GestureLedger, type SignedNote } from '../oracle.ts'

/** What lies on a device's disk: plain data, so that a crash or an update reads it back as a new process would. */
interface Disk {
  logs: Record<string, Entry[]>
  chain: { hash: string; sheetId: string; revision: number }[]
  outbox: Record<string, { jwe: string; receipt: string | null; isCarried: boolean }>
}

/** A device with the product's own rules (folds, seals, receipts) and a disk of plain data in place of IndexedDB. */
export class ModelDevice {
  readonly enrolled: EnrolledDevice
  readonly ledgers = new Map<string, GestureLedger>()
  readonly signed: SignedNote[] = []
  /** Taken away for a control: forgets an envelope as it is sent. */
  readonly #isForgetful: boolean
  #disk: Disk = { logs: {}, chain: [], outbox: {} }

  constructor(enrolled: EnrolledDevice, { isForgetful = false } = {}) {
    this.enrolled = enrolled
    this.#isForgetful = isForgetful
  }

  ledger(oralId: string): GestureLedger {
    const known = this.ledgers.get(oralId) ?? new GestureLedger()
    this.ledgers.set(oralId, known)
    return known
  }

  log(oralId: string): readonly Entry[] {
    return this.#disk.logs[oralId] ?? []
  }

  /** A touch. With `isLost`, the process dies before the row is on disk: nothing was shown, nothing is owed. */
  mark(oralId: string, gesture: Gesture, isLost: boolean): void {
    this.ledger(oralId).give([gesture])
    if (this.isSigned(oralId) || isLost) return
    if (this.log(oralId).length === 0) this.#commit(oralId, { kind: 'presence', presence: 'present' })
    this.#commit(oralId, gesture)
    this.ledger(oralId).acknowledge(gesture.page)
  }

  isSigned(oralId: string): boolean {
    const revisions = this.#disk.chain.filter(({ sheetId }) => sheetId === this.#sheetIds.get(oralId)).length
    return revisions > 0 && revisions >= foldDraft(this.log(oralId)).revision
  }

  async sign(oralId: string): Promise<void> {
    if (this.log(oralId).length === 0 || this.isSigned(oralId)) return
    const sheet = composeSheet(this.log(oralId), await this.#context(oralId))
    const { jws, hash } = await signSheet(sheet, this.enrolled.signing.privateKey)
    const { id, jwe } = await sealSheet(jws, this.enrolled.package.serverKeys.sealing)
    this.#disk.chain.push({ hash, sheetId: sheet.sheetId, revision: sheet.revision })
    this.#disk.outbox[id] = { jwe, receipt: null, isCarried: false }
    this.signed.push({ hash, ledger: this.#frozen(oralId) })
  }

  /** Reopens a signed sheet. */
  correct(oralId: string): void {
    const newest = this.#disk.chain.filter(({ sheetId }) => sheetId === this.#sheetIds.get(oralId)).at(-1)
    if (newest && this.isSigned(oralId)) this.#commit(oralId, { kind: 'correction', replaces: newest.hash, reason: 'erreur de case' })
  }

  waiting(): string[] {
    return Object.entries(this.#disk.outbox)
      .filter(([, { receipt }]) => receipt === null)
      .map(([, { jwe }]) => jwe)
  }

  /** What a request takes with it. */
  takeRequest(): string[] {
    const jwes = this.waiting()
    if (this.#isForgetful)
      for (const [id, { receipt }] of Object.entries(this.#disk.outbox)) if (receipt === null) delete this.#disk.outbox[id]
    return jwes
  }

  async believe(results: readonly DeliveryResult[]): Promise<void> {
    for (const result of results) {
      const row = this.#disk.outbox[result.envelopeId]
      if (!row || result.outcome !== 'stored') continue
      await verifyReceipt(result.receipt, this.enrolled.package.serverKeys.signing, result.envelopeId)
      row.receipt = result.receipt
    }
  }

  /** Keeps a co-juror's envelopes as a witness. */
  async carry(from: ModelDevice): Promise<void> {
    for (const jwe of from.waiting()) this.#disk.outbox[await sha256(jwe)] ??= { jwe, receipt: null, isCarried: true }
  }

  receipted(): string[] {
    return Object.entries(this.#disk.outbox).flatMap(([id, { receipt }]) => (receipt === null ? [] : [id]))
  }

  waitAgain(envelopeIds: readonly string[]): void {
    for (const id of envelopeIds) {
      const row = this.#disk.outbox[id]
      if (row) row.receipt = null
    }
  }

  /** The process ends and another one, maybe of a newer version, reads the disk. */
  restart(): void {
    const stored: Disk = JSON.parse(JSON.stringify(this.#disk))
    for (const log of Object.values(stored.logs)) for (const entry of log) entrySchema.parse(entry)
    this.#disk = stored
  }

  readonly #sheetIds = new Map<string, string>()

  #commit(oralId: string, body: EntryBody): void {
    const log = this.#disk.logs[oralId] ?? []
    const at = { wallMs: 1_795_510_800_000 + log.length * 1_000, monoMs: log.length * 1_000, monoId: 'model' }
    this.#disk.logs[oralId] = [...log, { id: crypto.randomUUID(), seq: log.length, at, oralMs: null, phaseId: null, body }]
  }

  /** The oracle's memory of what is in the sheet at the moment it is signed. */
  #frozen(oralId: string): GestureLedger {
    const frozen = new GestureLedger()
    for (const { body } of this.log(oralId)) {
      if (body.kind !== 'mark' || body.page === undefined) continue
      frozen.give([body as Gesture])
      frozen.acknowledge(body.page)
    }
    return frozen
  }

  async #context(oralId: string) {
    const { session, grids, jurorId } = this.enrolled.package
    const oral = session.orals.find(({ id }) => id === oralId)
    const published = grids.find(({ grid }) => grid.id === oral?.gridId)
    const candidate = session.candidates.find(({ id }) => id === oral?.candidateId)
    const juror = session.jurors.find(({ id }) => id === jurorId)
    if (!oral || !published || !candidate || !juror) throw new Error(`no oral ${oralId}`)
    const sheetId = await sha256(`${session.id}/${oralId}/${jurorId}`)
    this.#sheetIds.set(oralId, sheetId)
    const { grid, hash } = published
    const log = this.log(oralId)
    const plan = { allottedMs: allottedMs(grid.durationMinutes, candidate.accommodations), phases: grid.phases }
    const name = `${juror.firstName} ${juror.lastName}`
    return {
      sheetId,
      sessionId: session.id,
      oralId,
      candidate: { id: candidate.id, number: candidate.number, name: `${candidate.firstName} ${candidate.lastName}` },
      juror: { id: juror.id, name },
      deviceId: this.enrolled.signing.keyId,
      grid,
      gridRef: { id: grid.id, version: grid.version, hash },
      previous: this.#disk.chain.at(-1)?.hash ?? null,
      chainIndex: this.#disk.chain.length,
      timer: readTimer(timerEvents(log), plan, { wallMs: 1_795_510_800_000, monoMs: 0, monoId: 'model' }),
      signedDespite: 'Essai.',
      signature: { kind: 'typed' as const, name },
      signedAt: '2026-11-24T09:40:00Z',
    }
  }
}
