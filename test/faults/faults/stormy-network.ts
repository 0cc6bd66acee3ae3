import type { Fault } from '../fault.ts'
import { sumOf } from '../fault.ts'
import { compareSheets, note } from '../oracle.ts'
import type { Random } from '../random.ts'
import { aJurorPage, type JurorPage } from '../rig/juror-page.ts'
import type { Weather } from '../rig/network.ts'
import type { Room } from '../rig/room.ts'
import { roomTrial } from '../rig/room-trial.ts'
import { deliverAll, scoreAndSign } from '../rig/score.ts'
import { readStoredSheets } from '../rig/stored-sheets.ts'

const HTML = 'Content-Type: text/html\r\n'

const STRANGERS: Weather[] = [
  { kind: 'stranger', status: 200, headers: HTML, body: '<html>Bienvenue sur le Wi-Fi</html>' },
  { kind: 'stranger', status: 200, headers: 'Content-Type: application/json\r\n', body: '{"ok":true}' },
  { kind: 'stranger', status: 200, headers: 'Content-Type: application/json\r\n', body: '{"results":[]}' },
  { kind: 'stranger', status: 302, headers: 'Location: http://127.0.0.1:1/portail\r\n', body: '' },
  { kind: 'stranger', status: 403, headers: HTML, body: 'Interdit' },
  { kind: 'stranger', status: 511, headers: HTML, body: '' },
  { kind: 'stranger', status: 503, headers: HTML, body: 'Maintenance' },
]

/** The answers are lost, wholly or in part, after the server has committed. */
export const answersLost: Fault = stormy('answers lost after commit', (random) => ({
  kind: 'cutAnswer',
  share: random.chance(0.5) ? 0 : random.next(),
}))

/** A Wi-Fi sign-in page, a proxy or another server answers in place of ours. */
export const captivePortal: Fault = stormy('captive portal', (random) => random.pick(STRANGERS))

/** A day of several sheets, each delivered through bad weather; then it clears up. */
function stormy(name: string, badWeather: (random: Random) => Weather): Fault {
  return {
    name,
    start: () =>
      roomTrial(async (room, nextContext, random) => {
        const juror = await aJurorPage(await nextContext(), room.network.origin, await room.code('j1'))
        const signed = []
        const claims = []
        for (const oralId of random.shuffle(['o1', 'o2', 'o3', 'o4']).slice(0, random.between(1, 4))) {
          signed.push(await scoreAndSign(juror, oralId, random, random.between(1, 8)))
          room.network.weather = () => badWeather(random)
          for (let tries = random.between(1, 3); tries > 0; tries -= 1) await juror.call.deliver()
          claims.push(await falseClaims(juror, room))
          if (random.chance(0.3)) room.network.weather = () => ({ kind: 'clear' })
        }
        room.network.weather = () => ({ kind: 'clear' })
        await deliverAll(juror)
        return sumOf([...claims, compareSheets(signed, readStoredSheets(room.server.dataDir))])
      }),
  }
}

/** What the device calls delivered must be on the server's disk at that very moment. */
async function falseClaims({ call }: JurorPage, room: Room) {
  const tally = compareSheets([], [])
  const stored = new Set(readStoredSheets(room.server.dataDir).map(({ hash }) => hash))
  for (const { state, hash } of await call.states()) {
    if (state === 'delivered' && hash !== null && !stored.has(hash)) note(tally, 'misread', `${hash} is called delivered and is not`)
  }
  return tally
}
