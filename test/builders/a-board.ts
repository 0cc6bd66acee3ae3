import type { ReceivedSheet, SessionBoard } from '#contract/desk.ts'
import type { Candidate, Juror } from '#domain/exam-session.ts'

/** 43 characters that pass for a hash, told apart by their first letters. */
export function aHash(name: string): string {
  return name.padEnd(43, 'x')
}

export function aCandidate(id: string, changes: Partial<Candidate> = {}): Candidate {
  return { id, number: `N-${id}`, lastName: `Nom-${id}`, firstName: 'Camille', accommodations: [], blocks: ['B1'], ...changes }
}

export function aJuror(id: string, changes: Partial<Juror> = {}): Juror {
  return { id, lastName: `Nom-${id}`, firstName: 'Dominique', quality: 'Professionnel·le', external: true, ...changes }
}

/** A received sheet: both sections acquired as proposed, the part validated. */
export function aReceivedSheet(oralId: string, jurorId: string, changes: Partial<ReceivedSheet> = {}): ReceivedSheet {
  return {
    hash: aHash(`${oralId}-${jurorId}`),
    sheetId: `sheet-${oralId}-${jurorId}`,
    oralId,
    jurorId,
    revision: 1,
    presence: 'present',
    partVerdict: 'validated',
    partProposal: 'validated',
    sections: [
      { id: 'S1', proposal: 'acquired', verdict: 'acquired' },
      { id: 'S2', proposal: 'acquired', verdict: 'acquired' },
    ],
    signedAt: '2026-11-24T09:40:00Z',
    receivedAt: '2026-11-24T09:41:00Z',
    superseded: false,
    transcribed: null,
    ...changes,
  }
}

/**
 * One panel of two jurors (J1 presides), two candidates, two orals of 30 minutes: O1 at 09:00 for C1, O2 at 10:00 for C2 (UTC+1), both of
 * a grid with sections S1 and S2. Nothing received, every juror with a device seen that morning.
 */
export function aBoard(changes: Partial<SessionBoard> = {}): SessionBoard {
  const device = (jurorId: string) => ({
    deviceId: aHash(`device-${jurorId}`),
    jurorId,
    name: `Tablette ${jurorId}`,
    enrolledAt: '2026-11-20T08:00:00Z',
    lastSeenAt: '2026-11-24T07:00:00Z',
    readiness: null,
    revokedAt: null,
  })
  return {
    session: { id: 'session-1', title: 'Session d’automne', centre: 'Lyon', startsOn: '2026-11-24', endsOn: '2026-11-24' },
    candidates: [aCandidate('C1'), aCandidate('C2')],
    jurors: [aJuror('J1'), aJuror('J2')],
    panels: [{ id: 'P1', name: 'Jury A', room: 'Salle 1', jurorIds: ['J1', 'J2'], presidentId: 'J1' }],
    orals: [
      {
        id: 'O1',
        candidateId: 'C1',
        panelId: 'P1',
        gridId: 'G1',
        startsAt: '2026-11-24T09:00:00+01:00',
        room: 'Salle 1',
        supportId: null,
        scenario: null,
      },
      {
        id: 'O2',
        candidateId: 'C2',
        panelId: 'P1',
        gridId: 'G1',
        startsAt: '2026-11-24T10:00:00+01:00',
        room: 'Salle 1',
        supportId: null,
        scenario: null,
      },
    ],
    grids: [
      {
        id: 'G1',
        title: 'Bloc 1',
        partKey: 'B1',
        durationMinutes: 30,
        sections: [
          { id: 'S1', title: 'Première' },
          { id: 'S2', title: 'Seconde' },
        ],
      },
    ],
    sheets: [],
    devices: [device('J1'), device('J2')],
    refusals: [],
    secondDevices: [],
    recoveriesWaiting: [],
    chains: [],
    conflicts: [],
    ...changes,
  }
}
