import type { Notebook } from '#device/notebook.ts'
import type { SessionPackage } from '#domain/session-package.ts'
import { cdcm } from '#frameworks/cdcm.ts'
import { aDayOral } from './a-day-oral.ts'

const key = { kty: 'EC', crv: 'P-256', x: 'X'.repeat(43), y: 'Y'.repeat(43) } as const

/** An unlocked notebook as screens see it: juror Agnès Dumas, president of Jury A in Salle 12. It has no keys: nothing can be stored with it. */
export function anOpenNotebook(changes: Partial<Notebook> = {}): Notebook {
  const { panel } = aDayOral()
  const juror = { id: 'j1', lastName: 'Dumas', firstName: 'Agnès', quality: 'Professionnelle', external: true }
  const content: SessionPackage = {
    format: 'carnet-de-jury/session-package',
    formatVersion: 1,
    issuedAt: '2026-11-20T08:00:00Z',
    jurorId: juror.id,
    session: {
      id: 'session-1',
      title: 'Session d’automne',
      centre: 'Centre d’Angers',
      startsOn: '2026-11-24',
      endsOn: '2026-11-25',
      candidates: [],
      jurors: [juror],
      panels: [panel],
      orals: [],
      supports: [],
    },
    framework: cdcm,
    frameworkHash: 'F'.repeat(43),
    grids: [],
    serverKeys: { signing: key, sealing: key },
    recoveryKey: key,
    deviceKeys: [],
  }
  return { vaultId: 'v1', deviceId: 'D'.repeat(43), label: 'Carnet d’Agnès', juror, package: content, lock: () => undefined, ...changes }
}
