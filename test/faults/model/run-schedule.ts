import { chainFaults } from '#domain/device-chain.ts'
import { gridIndicators } from '#domain/grid.ts'
import { emptyTally, sumOf, type Tally } from '../fault.ts'
import { note, someGestures } from '../oracle.ts'
import { aRandom } from '../random.ts'
import { ModelDevice } from './model-device.ts'
import type { Step } from './schedule.ts'
import type { ModelServer, Template } from './world.ts'

const ORALS = ['o1', 'o2'] as const

/** A request on its way: who sent it, and what is in it. */
interface Held {
  device: ModelDevice
  jwes: string[]
}

/** Runs one schedule on devices and a real server, mends everything, and compares. */
export async function runSchedule(template: Template, steps: readonly Step[], options: { isForgetful?: boolean } = {}): Promise<Tally> {
  const server = await template.open()
  try {
    const devices = template.devices.map((enrolled) => new ModelDevice(enrolled, options))
    const held: Held[] = []
    const midway = emptyTally()
    for (const [index, step] of steps.entries()) await happen(step, index + 1, { server, devices, held, midway })
    for (const { device } of held) device.restart()
    await mend(server, devices)
    return sumOf([midway, await compare(server, devices)])
  } finally {
    await server.close()
  }
}

interface World {
  server: ModelServer
  devices: ModelDevice[]
  held: Held[]
  midway: Tally
}

async function happen({ act, device: at, oral, choice }: Step, page: number, world: World): Promise<void> {
  const { server, devices, held } = world
  const device = devices[at % devices.length]
  const oralId = ORALS[oral % ORALS.length] ?? 'o1'
  if (!device) throw new Error('no device')
  switch (act) {
    case 'mark':
    case 'crash': {
      const grid = device.enrolled.package.grids.find((published) => published.grid.id === 'cdcm-b1')?.grid
      if (!grid) throw new Error('no grid')
      const indicators = gridIndicators(grid).map(({ id }) => id)
      // A crash takes the touch under way with it.
      for (const gesture of someGestures(aRandom(choice), indicators, 1, page)) device.mark(oralId, gesture, act === 'crash')
      if (act === 'crash') device.restart()
      return
    }
    case 'sign':
      return device.sign(oralId)
    case 'correct':
      return device.correct(oralId)
    case 'update':
      return device.restart()
    case 'witness':
      return devices[(at + 1 + (choice % (devices.length - 1))) % devices.length]?.carry(device)
    case 'backUp':
      return server.backUp()
    case 'restore':
      await server.restore()
      return nameGaps(world)
    case 'hold':
      held.push({ device, jwes: device.takeRequest() })
      return
    case 'release': {
      // In another order than they left.
      const [late] = held.splice(choice % Math.max(1, held.length), 1)
      if (late) await send(server, late.device, late.jwes, 'deliver')
      return
    }
    default:
      await send(server, device, device.takeRequest(), act)
      return nameGaps(world)
  }
}

async function send(
  server: ModelServer,
  device: ModelDevice,
  jwes: readonly string[],
  act: 'deliver' | 'cutBefore' | 'cutAfter' | 'duplicate',
): Promise<void> {
  if (jwes.length === 0 || act === 'cutBefore') return
  const [results] = await Promise.all([server.deliver(jwes), ...(act === 'duplicate' ? [server.deliver(jwes)] : [])])
  if (act !== 'cutAfter' && results) await device.believe(results)
}

/** Each sheet that is not there although a later one of its device is, is named; and nothing else is. */
async function nameGaps({ server, devices, midway }: World): Promise<void> {
  const stored = await server.sheets()
  const faults = chainFaults(
    stored.map(({ device_id, chain_index, hash, previous }) => ({ deviceId: device_id, chainIndex: chain_index, hash, previous })),
  )
  for (const { enrolled, signed } of devices) {
    const deviceId = enrolled.signing.keyId
    const there = new Set(stored.filter((row) => row.device_id === deviceId).map(({ chain_index }) => chain_index))
    const expected = signed.map((_sheet, chainIndex) => chainIndex).filter((index) => !there.has(index) && index < Math.max(...there, -1))
    const fault = faults.find((one) => one.deviceId === deviceId)
    const named = fault?.missing.map(({ chainIndex }) => chainIndex) ?? []
    if (JSON.stringify(named) !== JSON.stringify(expected) || (fault?.forks.length ?? 0) > 0) {
      note(midway, 'misread', `gaps ${named.join()} named where ${expected.join()} are missing`)
    }
  }
}

/** The network is back for everybody, and each device asks what the server still has. */
async function mend(server: ModelServer, devices: readonly ModelDevice[]): Promise<void> {
  for (const device of devices) {
    const receipted = device.receipted()
    if (receipted.length > 0) device.waitAgain(await server.missing(receipted))
    await send(server, device, device.takeRequest(), 'deliver')
  }
}

async function compare(server: ModelServer, devices: readonly ModelDevice[]): Promise<Tally> {
  const shown = await server.shown()
  const total = sumOf(
    devices.flatMap((device) =>
      [...device.ledgers].map(([oralId, ledger]) =>
        ledger.compare(
          device.log(oralId).map(({ body }) => body),
          `log of ${oralId}`,
        ),
      ),
    ),
  )
  const owed = devices.flatMap(({ signed }) => signed)
  total.acknowledged += owed.length
  for (const { hash } of owed) {
    const copies = shown.filter((sheet) => sheet.hash === hash).length
    if (copies === 0) note(total, 'lost', `sheet ${hash} is not on the server`)
    if (copies > 1) note(total, 'duplicated', `sheet ${hash} is shown ${copies} times`)
  }
  if (shown.length > owed.length) note(total, 'duplicated', `${shown.length} sheets for ${owed.length} signed`)
  for (const { sheetId, revision, superseded } of shown) {
    const latest = Math.max(...shown.filter((other) => other.sheetId === sheetId).map((other) => other.revision))
    if (superseded !== revision < latest) note(total, 'misread', `revision ${revision} of ${latest} is shown superseded: ${superseded}`)
  }
  if ((await server.journalBrokenAt()) !== null) note(total, 'misread', 'the journal’s chain is broken')
  return total
}
