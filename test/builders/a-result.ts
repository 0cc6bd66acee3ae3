import { routePath } from '#contract/routes.ts'
import type { ImportFile } from '#domain/import-file.ts'
import { readMinutes } from '#seal/minutes.ts'
import { aMinutesSignature, frozenMinutes } from './a-deliberation.ts'
import type { TestServer } from './a-server.ts'
import { aVisitor } from './a-server.ts'
import { aSessionDay, type SessionDay } from './a-session-day.ts'
import type { EnrolledDevice } from './an-enrolled-device.ts'
import { anImportFile } from './an-import-file.ts'

/** Signs stored minutes as a member, from their own device. */
export async function signStoredMinutes(day: SessionDay, device: EnrolledDevice, hash: string): Promise<void> {
  const { text } = (await (await day.coordinator.get('minutes', { hash })).json()) as { text: string }
  const path = routePath('signMinutes', { hash })
  const answer = await aVisitor(day.server).fetch(path, {
    method: 'POST',
    headers: { authorization: await device.authorization('POST', path), 'content-type': 'application/json' },
    body: JSON.stringify({ signature: await aMinutesSignature(await readMinutes(text), device) }),
  })
  if (!answer.ok) throw new Error(`signature refused: ${await answer.text()}`)
}

export interface DecidedDay extends SessionDay {
  devices: EnrolledDevice[]
  minutesHash: string
}

/** A session whose three orals are decided, favourably, in minutes signed by the first `signatures` of its two present members. */
export async function aDecidedDay(server: TestServer, signatures: number, file?: ImportFile): Promise<DecidedDay> {
  const day = await aSessionDay(server, file)
  const devices = [await day.device('j1'), await day.device('j2')]
  const minutesHash = await frozenMinutes(day, devices, { absences: [{ jurorId: 'j3', reason: 'Grève des trains' }] })
  for (const device of devices.slice(0, signatures)) await signStoredMinutes(day, device, minutesHash)
  return { ...day, devices, minutesHash }
}

/** A session of one candidate, 0001, who passes every block and the final interview on one day. */
export function aWholeTitleFile(): ImportFile {
  const file = anImportFile()
  const grids = ['cdcm-b1', 'cdcm-b2', 'cdcm-b3', 'cdcm-final']
  return {
    ...file,
    candidates: file.candidates.slice(0, 1),
    orals: grids.map((gridId, index) => ({
      id: `o${index + 1}`,
      candidateId: 'c1',
      panelId: 'p1',
      gridId,
      startsAt: `2026-11-24T${9 + index < 10 ? '0' : ''}${9 + index}:00:00+01:00`,
    })),
  }
}
