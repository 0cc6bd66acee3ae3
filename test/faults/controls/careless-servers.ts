import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { freePort } from '../../builders/a-free-port.ts'
import { someEnvelopes } from '../../builders/an-envelope.ts'
import { aloneTrial, emptyTally, type Fault } from '../fault.ts'
import { compareReceipts, withDuplicates } from '../faults/server-killed.ts'
import { deliverByBatches, type Load } from '../rig/load.ts'

const STUB = join(import.meta.dirname, 'stub-server.mjs')
const START_LIMIT_MS = 10_000

/** Answers before it has committed, and is killed. */
export const controlAnswersEarly: Fault = {
  name: 'control: server answers before commit',
  isControl: true,
  start: async () =>
    aloneTrial(async (random) => {
      const stub = await startStub('early')
      try {
        const delivered = await deliverByBatches(stub.origin, await aLoad(), { batchSize: 5, connections: 3 })
        await delay(random.between(0, 100))
        await stub.kill()
        return compareReceipts(delivered, stub.folder)
      } finally {
        await stub.dispose()
      }
    }),
}

/** Stores what it gets each time: a device whose answer was lost sends it again. */
export const controlStoresAgain: Fault = {
  name: 'control: server stores each delivery',
  isControl: true,
  start: async () =>
    aloneTrial(async () => {
      const stub = await startStub('again')
      try {
        const load = await aLoad()
        for (let time = 0; time < 2; time += 1) await deliverByBatches(stub.origin, load, { batchSize: 5, connections: 3 })
        return withDuplicates({ ...emptyTally(), acknowledged: load.envelopes.length }, load.envelopes, stub.folder)
      } finally {
        await stub.dispose()
      }
    }),
}

async function aLoad(): Promise<Load> {
  return { envelopes: await someEnvelopes(30, 1_000), hashOf: (id) => id, verify: async () => undefined }
}

async function startStub(mode: 'early' | 'again') {
  const folder = await mkdtemp(join(tmpdir(), 'carnet-stub-'))
  const port = await freePort()
  const child = spawn(process.execPath, [STUB, String(port), folder, mode], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data', { signal: AbortSignal.timeout(START_LIMIT_MS) })
  const kill = async () => {
    if (child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
  return {
    origin: `http://127.0.0.1:${port}`,
    folder,
    kill,
    dispose: async () => {
      await kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
