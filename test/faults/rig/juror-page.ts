import type { BrowserContext, Page } from 'playwright'
import { GestureLedger } from '../oracle.ts'
import { callsOf, openDevicePage } from './tablets.ts'

/** A device page of an enrolled juror, and what the oracle has heard from it, by oral. */
export interface JurorPage {
  page: Page
  call: ReturnType<typeof callsOf>
  vaultId: string
  ledger(oralId: string): GestureLedger
}

/** One ledger an oral, made when first asked for. */
export function aLedgerBook(): (oralId: string) => GestureLedger {
  const ledgers = new Map<string, GestureLedger>()
  return (oralId) => {
    const known = ledgers.get(oralId) ?? new GestureLedger()
    ledgers.set(oralId, known)
    return known
  }
}

/** Who listens to the pages of a context now: a function can be exposed to a context only once. */
const listeners = new WeakMap<BrowserContext, JurorPage['ledger']>()

/** From now on what the pages of a context say is recorded goes to this ledger. Call it again for a browser started anew. */
export async function listen(context: BrowserContext, ledger: JurorPage['ledger']): Promise<void> {
  const isNew = !listeners.has(context)
  listeners.set(context, ledger)
  if (!isNew) return
  await context.exposeFunction('acknowledge', (oralId: string, page: number) => listeners.get(context)?.(oralId).acknowledge(page))
}

/** A new device of a juror in a context that has none yet; `prepare` comes before anything is stored. */
export async function aJurorPage(
  context: BrowserContext,
  origin: string,
  code: string,
  prepare: (page: Page) => Promise<void> = async () => undefined,
): Promise<JurorPage> {
  const ledger = aLedgerBook()
  await listen(context, ledger)
  const page = await openDevicePage(context, origin)
  await prepare(page)
  const call = callsOf(page)
  return { page, call, vaultId: await call.enrol(code), ledger }
}

/** The same juror on the same device, after its browser was closed or killed, or in a second tab of it. */
export async function sameJuror(context: BrowserContext, origin: string, { vaultId, ledger }: JurorPage): Promise<JurorPage> {
  const page = await openDevicePage(context, origin)
  const call = callsOf(page)
  await call.unlock(vaultId)
  return { page, call, vaultId, ledger }
}
