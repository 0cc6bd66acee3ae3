import type { Grid } from '#domain/grid.ts'
import { gridSchema } from '#domain/grid.ts'
import { cdcm } from '#frameworks/cdcm.ts'
import { defaultGrids } from '#frameworks/default-grids.ts'
import { hashJson } from '#seal/hash.ts'

/** The four real grids of the bundled certification, with their framework's true hash. */
export async function theRealGrids(): Promise<Grid[]> {
  return defaultGrids(cdcm, { id: cdcm.id, version: cdcm.version, hash: await hashJson(cdcm) })
}

/** A small grid: two sections (S1 with four indicators, one essential; S2 with two), formative delivery, 30 minutes in one phase. */
export function aGrid(changes: Partial<Grid> = {}): Grid {
  const indicator = (id: string, essential = false, weight = 1) => ({
    id,
    label: `Indicateur ${id}`,
    tags: [],
    details: [],
    essential,
    weight,
  })
  return gridSchema.parse({
    format: 'carnet-de-jury/grid',
    formatVersion: 1,
    id: 'essai',
    version: '1',
    title: 'Grille d’essai',
    framework: { id: 'essai', version: '1', hash: 'A'.repeat(43) },
    part: { kind: 'block', blockId: 'B1' },
    sections: [
      {
        id: 'S1',
        title: 'Première',
        weight: 1,
        eliminatory: false,
        criteria: [
          { id: 'S1.K1', title: 'Critère', indicators: [indicator('S1.K1.I1'), indicator('S1.K1.I2')] },
          { id: 'S1.K2', title: 'Critère', indicators: [indicator('S1.K2.I1', true), indicator('S1.K2.I2')] },
        ],
      },
      {
        id: 'S2',
        title: 'Seconde',
        weight: 1,
        eliminatory: false,
        criteria: [{ id: 'S2.K1', title: 'Critère', indicators: [indicator('S2.K1.I1'), indicator('S2.K1.I2')] }],
      },
    ],
    delivery: { counted: false, items: [{ id: 'O1', title: 'Attitude générale', observables: [], timed: false, target: 'O1' }] },
    scale: { kind: 'levels' },
    decisionRule: { section: { acquiredFromPercent: 70, inProgressFromPercent: 40 }, part: { kind: 'allAcquired' } },
    durationMinutes: 30,
    phases: [{ id: 'oral', title: 'Oral', minutes: 30, focus: [] }],
    warningMinutes: [10, 5, 1, 0],
    support: { maxPages: 30, annexesExcluded: true, submissionWeeksBefore: 3 },
    certifierSettings: [],
    guidance: [],
    ...changes,
  })
}
