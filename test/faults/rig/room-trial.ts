import type { Trial } from '../fault.ts'
import { aRoom, type Room } from './room.ts'
import { launchOwnTablets, openTablets, type Tablets } from './tablets.ts'

/** A trial with a room and a browser whose contexts are its devices, or a browser for each; those of a run are closed after it. */
export async function roomTrial(
  run: (room: Room, nextContext: Tablets['next'], ...rest: Parameters<Trial['run']>) => ReturnType<Trial['run']>,
  { ownBrowsers = false } = {},
): Promise<Trial> {
  const room = await aRoom()
  try {
    const tablets = ownBrowsers ? launchOwnTablets() : await openTablets()
    return {
      run: async (...rest) => {
        const opened: Awaited<ReturnType<Tablets['next']>>[] = []
        try {
          return await run(
            room,
            async () => {
              const context = await tablets.next()
              opened.push(context)
              return context
            },
            ...rest,
          )
        } finally {
          room.network.weather = () => ({ kind: 'clear' })
          for (const context of opened) await context.close()
        }
      },
      dispose: async () => {
        await tablets.dispose()
        await room.dispose()
      },
    }
  } catch (error) {
    await room.dispose()
    throw error
  }
}
