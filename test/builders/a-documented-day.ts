import type { CivilIdentity } from '#domain/civil-identity.ts'
import { aJuror } from './a-board.ts'
import { aPdf } from './a-pdf.ts'
import { aPreparation, aStoredPreparation } from './a-preparation.ts'
import { aCoordinator, type TestServer } from './a-server.ts'
import { aDayOf, type SessionDay } from './a-session-day.ts'

/** The civil identity of candidate c1; each value is found nowhere else. */
export const AN_IDENTITY: CivilIdentity = {
  candidateId: 'c1',
  birthName: 'Morelle-de-Naissance',
  usualName: 'Bazin',
  firstNames: ['Inès', 'Philomène'],
  birthYear: 1987,
  birthMonth: 5,
  birthDay: 3,
  sex: 'F',
  birthPlace: { kind: 'insee', code: '49007' },
  birthCommune: 'Commune-de-Naissance',
  birthCountryCode: null,
  birthCountry: null,
}

/**
 * A published session prepared at the desk that holds a bit of everything: civil identities of c1 and c2, c1's written support, a link
 * declared with c2, an exception granted to the support.
 */
export async function aDocumentedDay(server: TestServer): Promise<SessionDay> {
  const coordinator = await aCoordinator(server)
  const uploaded = await coordinator.fetch('/api/v1/supports', {
    method: 'POST',
    headers: { 'content-type': 'application/pdf' },
    body: aPdf(['Support de c1']),
  })
  if (!uploaded.ok) throw new Error(`support refused: ${await uploaded.text()}`)
  const file = (await uploaded.json()) as { sha256: string; bytes: number }
  const whole = aPreparation()
  const preparation = aPreparation({
    supports: [
      {
        id: 'sup1',
        candidateId: 'c1',
        gridId: 'cdcm-b1',
        fileName: 'Bazin-Ines-plan.pdf',
        ...file,
        pages: 1,
        annexStartPage: null,
        receivedOn: '2026-11-20',
      },
    ],
    orals: whole.orals.map((oral) => (oral.id === 'o1' ? { ...oral, supportId: 'sup1' } : oral)),
    jurors: [...whole.jurors, aJuror('j4')],
    interests: [{ jurorId: 'j4', candidateId: 'c2', note: 'Ancien tuteur de stage' }],
    exceptions: [{ supportId: 'sup1', kind: 'deadline', reason: 'Hospitalisation de dix jours' }],
  })
  const identities = [AN_IDENTITY, { ...AN_IDENTITY, candidateId: 'c2', birthName: 'Cormier-de-Naissance', usualName: null }]
  const { sessionId, opened } = await aStoredPreparation(coordinator, preparation, identities)
  const published = await coordinator.post('publishSession', { revision: opened.revision }, { sessionId })
  if (!published.ok) throw new Error(`refused: ${await published.text()}`)
  return aDayOf(server, coordinator, sessionId)
}
