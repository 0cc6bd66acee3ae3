import { afterEach, describe, expect, it } from 'vitest'
import { watchClockJumps } from '#device/clock.ts'
import { db } from '#device/db.ts'
import { keepDelivering } from '#device/delivery.ts'
import { deliveryState } from '#device/delivery-state.ts'
import { anInstant } from '../builders/a-log.ts'
import { aLane } from './harness/a-lane.ts'
import { aNotebook, aSignedSheet } from './harness/a-notebook.ts'

let stop: () => void = () => undefined
afterEach(() => stop())

const states = async () => (await db.outbox.orderBy('createdAt').toArray()).map(deliveryState)

describe('delivery by itself', () => {
  it('delivers what waited when the app starts, and each sheet as it is signed', async () => {
    const lane = aLane()
    await db.outbox.clear()
    const notebook = await aNotebook(lane)
    await aSignedSheet(notebook, 'o1')
    stop = keepDelivering(lane.origin)
    await expect.poll(states, { timeout: 5_000 }).toEqual(['delivered'])
    await aSignedSheet(notebook, 'o2')
    await expect.poll(states, { timeout: 5_000 }).toEqual(['delivered', 'delivered'])
  })

  it('tries again by itself after a failure, and at once when the network comes back', async () => {
    const lane = aLane()
    await db.outbox.clear()
    const notebook = await aNotebook(lane)
    await lane.fail({ kind: 'answer', status: 503, body: '' })
    await aSignedSheet(notebook, 'o1')
    stop = keepDelivering(lane.origin)
    await expect.poll(states, { timeout: 10_000 }).toEqual(['delivered'])

    await lane.fail(...Array.from({ length: 3 }, () => ({ kind: 'answer', status: 503, body: '' }) as const))
    await aSignedSheet(notebook, 'o2')
    await expect.poll(async () => (await lane.requests()).length, { timeout: 5_000 }).toBeGreaterThanOrEqual(4)
    await expect
      .poll(
        async () => {
          window.dispatchEvent(new Event('online'))
          return states()
        },
        { timeout: 5_000, interval: 100 },
      )
      .toEqual(['delivered', 'delivered'])
  })
})

describe('a changed clock', () => {
  it('is told from a sleep: backwards is always somebody’s hand, forwards without a wake lock is a sleep', async () => {
    let wallOffsetMs = 0
    const source = {
      monoId: 'page-1',
      now: () => {
        const instant = anInstant(Math.round(performance.now()))
        return { ...instant, wallMs: instant.wallMs + wallOffsetMs }
      },
    }
    const jumps: [number, string][] = []
    stop = watchClockJumps((jumpMs, likely) => jumps.push([Math.round(jumpMs / 60_000), likely]), source)
    wallOffsetMs = 20 * 60_000
    await expect.poll(() => jumps.length, { timeout: 3_000 }).toBe(1)
    wallOffsetMs = -40 * 60_000
    await expect.poll(() => jumps.length, { timeout: 3_000 }).toBe(2)
    expect(jumps).toEqual([
      [20, 'sleep'],
      [-60, 'clock'],
    ])
  })
})
