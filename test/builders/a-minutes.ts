import type { Minutes } from '#domain/minutes.ts'

const HASH = 'E'.repeat(43)

/** Minutes of one panel of three with one validated block. */
export function aMinutes(changes: Partial<Minutes> = {}): Minutes {
  const member = (jurorId: string, president = false) => ({
    jurorId,
    name: `Juré ${jurorId}`,
    quality: 'Professionnel·le',
    external: true,
    president,
    present: true,
    absenceReason: '',
  })
  const document = (id: string) => ({ id, version: '1.0.0', hash: HASH })
  return {
    format: 'carnet-de-jury/minutes',
    formatVersion: 1,
    id: 'pv-1',
    certification: { title: 'Chargé(e) de développement commercial et marketing', level: 6, rncpCode: null, framework: document('cdcm') },
    session: { id: 's1', title: 'Session de novembre', centre: 'Nantes' },
    panel: { id: 'p1', name: 'Jury 1', room: 'A12' },
    day: '2026-11-24',
    startedAt: '2026-11-24T08:30:00+01:00',
    endedAt: '2026-11-24T18:00:00+01:00',
    members: [member('j1', true), member('j2'), member('j3')],
    recusals: [],
    compositionNotes: [],
    attendance: [
      {
        candidateId: 'c1',
        number: '001',
        name: 'Inès Aubrac',
        oralId: 'o1',
        part: 'B1',
        presence: 'present',
        identityChecked: true,
        accommodations: [],
        allottedMs: 1_800_000,
        elapsedMs: 1_750_000,
        overtimeMs: 0,
        incidents: [],
      },
    ],
    grids: [
      {
        grid: document('cdcm-b1'),
        title: 'Bloc 1',
        decisionRule: { section: { acquiredFromPercent: 70, inProgressFromPercent: 40 }, part: { kind: 'allAcquired' } },
      },
    ],
    decisions: [
      {
        oralId: 'o1',
        candidateId: 'c1',
        part: 'B1',
        grid: document('cdcm-b1'),
        presence: 'present',
        sheets: [{ jurorId: 'j1', hash: HASH }],
        missingJurors: ['j2', 'j3'],
        proposal: 'validated',
        sections: [{ id: 'C1', verdict: 'acquired', reason: '' }],
        verdict: 'validated',
        reason: '',
        retake: [],
        vote: null,
      },
    ],
    titles: [
      {
        candidateId: 'c1',
        outcome: 'pending',
        acquiredBlocks: ['B1'],
        missingParts: [],
        pendingParts: ['B2', 'B3', 'finalInterview'],
        reason: null,
      },
    ],
    appeal: 'Recours auprès du certificateur dans les deux mois.',
    amends: null,
    ...changes,
  }
}
