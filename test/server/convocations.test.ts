import { expect, it } from 'vitest'
import type { EntryBody } from '#domain/entry.ts'
import { countPdfStrokes, readPdfText } from '../builders/a-pdf-reading.ts'
import { aSessionDay, type SessionDay } from '../builders/a-session-day.ts'
import { aSealedSheet, aSheet } from '../builders/a-sheet.ts'
import { A_STROKE } from '../builders/a-stored-sheet.ts'
import { anAccount } from '../builders/an-account.ts'
import type { EnrolledDevice } from '../builders/an-enrolled-device.ts'
import { expectProblem } from '../builders/expect-problem.ts'
import { expectReadablePdf } from '../builders/expect-readable-pdf.ts'
import { onBothEngines } from './engines.ts'

async function textOf(answer: Response): Promise<string> {
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  return (await readPdfText(new Uint8Array(await answer.arrayBuffer()))).text
}

async function bytesOf(answer: Response): Promise<Uint8Array> {
  expect(answer.status).toBe(200)
  return new Uint8Array(await answer.arrayBuffer())
}

const candidate = ({ coordinator, sessionId }: SessionDay, candidateId: string) =>
  coordinator.get('candidateConvocation', { sessionId, candidateId })

const juror = ({ coordinator, sessionId }: SessionDay, jurorId: string) => coordinator.get('jurorConvocation', { sessionId, jurorId })

const sheet = ({ coordinator, sessionId }: SessionDay, panelId: string, day: string) =>
  coordinator.get('attendanceSheet', { sessionId, panelId, day })

const PRESENT: EntryBody = { kind: 'presence', presence: 'present' }
const DRAWN: EntryBody = { kind: 'presenceSignature', gesture: { kind: 'drawn', strokes: A_STROKE } }
const ON_PAPER: EntryBody = { kind: 'presenceSignature', gesture: { kind: 'paper' } }

/** Signs and delivers a sheet of these gestures, the juror's own signature drawn or typed. */
async function deliver(day: SessionDay, device: EnrolledDevice, oralId: string, bodies: EntryBody[], isDrawn = true): Promise<void> {
  const context = isDrawn ? { signature: { kind: 'drawn' as const, strokes: A_STROKE } } : {}
  const { envelope } = await aSealedSheet(device, aSheet(device, oralId, { bodies, context }))
  const answer = await day.coordinator.post('deliver', { envelopes: [envelope.jwe] })
  expect(answer.status).toBe(200)
}

onBothEngines((newServer) => {
  it('a candidate is called to each oral: when, where, how long with extra time, what to bring; never why the time is longer', async () => {
    const day = await aSessionDay(await newServer())
    const text = await textOf(await candidate(day, 'c1'))
    for (const expected of [
      'Inès Bazin',
      'Candidat·e n° 0001',
      'Lieu : Centre d’Angers',
      'mardi 24 novembre 2026, 09:00',
      'Bloc B1',
      'Entretien final',
      'Salle 12',
      '40 min',
      'Une pièce d’identité en cours de validité, avec photo.',
    ]) {
      expect(text).toContain(expected)
    }
    const { outline } = await expectReadablePdf(await bytesOf(await candidate(day, 'c1')))
    expect(outline).toMatch(/^P Inès Bazin\nP Candidat·e n° 0001\nH1 Convocation\n/)
    expect(outline).toContain(
      'TR TH Date et heure | TH Épreuve | TH Salle | TH Durée\nTR TD mardi 24 novembre 2026, 09:00 | TD Bloc B1 | TD Salle 12 | TD 40 min',
    )
    expect(outline).toMatch(/H2 À apporter\nL\nLI Cette convocation\.\nLI Une pièce d’identité/)
    expect(text).not.toContain('40 minutes au lieu de 30')
    expect(text).not.toContain('Cormier')
    expect(await textOf(await candidate(day, 'c2'))).toContain('30 min')
  })

  it('a juror is called to their panel’s orals, in their role', async () => {
    const day = await aSessionDay(await newServer())
    const president = await textOf(await juror(day, 'j1'))
    expect(president).toMatch(
      /Agnès Dumas.*Jury A, Salle 12.*Votre rôle : présidence du jury\..*09:00.*0001 Inès Bazin.*10:00.*0002 Yann Cormier/,
    )
    expect(await textOf(await juror(day, 'j2'))).toContain('Votre rôle : membre du jury.')
  })

  it('an attendance sheet has a line to sign for each oral and each member', async () => {
    const day = await aSessionDay(await newServer())
    const text = await textOf(await sheet(day, 'p1', '2026-11-24'))
    expect(text).toMatch(/Feuille de présence.*Jury A, Salle 12, mardi 24 novembre 2026/)
    expect(text).toMatch(/09:00.*0001.*Inès Bazin.*Bloc B1.*10:00.*0002.*Yann Cormier.*11:00.*0001.*Inès Bazin.*Entretien final/)
    expect(text).toMatch(/Membres du jury.*Agnès Dumas \(présidence\).*Karim Ferrand.*Lise Guyot/)
  })

  it('an attendance sheet shows who signed: candidates on the tablet or on paper, jurors by their sheets; room for a hand elsewhere', async () => {
    const day = await aSessionDay(await newServer())
    const [president, member] = [await day.device('j1'), await day.device('j2')]
    const empty = await countPdfStrokes(await bytesOf(await sheet(day, 'p1', '2026-11-24')))
    await deliver(day, president, 'o1', [PRESENT, DRAWN])
    await deliver(day, member, 'o1', [PRESENT, ON_PAPER], false)
    await deliver(day, president, 'o2', [PRESENT, ON_PAPER])
    const bytes = await bytesOf(await sheet(day, 'p1', '2026-11-24'))
    const { outline } = await expectReadablePdf(bytes)
    expect(outline).toMatch(/\| TD Inès Bazin \| TD Bloc B1 \| TD \[Signature dessinée par Inès Bazin\] \/ Signé le 24 novembre 2026/)
    expect(outline).toMatch(/TR TD Agnès Dumas \(présidence\) \| TD .* \| TD \[Signature dessinée par Agnès Dumas\] \/ 2 fiches signées/)
    const { text } = await readPdfText(bytes.slice())
    expect(text).toMatch(/0001.*Inès Bazin.*Signé le 24 novembre 2026 à \d\d:\d\d.*0002.*Yann Cormier.*A signé sur papier, noté le/)
    expect(text.match(/Signé le|A signé sur papier/g)).toHaveLength(2)
    expect(text).toMatch(/Agnès Dumas.*2 fiches signées, dont celle du 24 novembre 2026.*Karim Ferrand.*Karim Ferrand.*Fiche signée le/)
    expect(text).toMatch(/Lise Guyot/)
    // One line drawn by the candidate, one by the president.
    expect((await countPdfStrokes(bytes)) - empty).toBe(2)
  })

  it('shows no signature of a sheet to whom it is closed, nor to anybody once its candidate is erased', async () => {
    let today = new Date('2026-11-24T18:00:00Z')
    const day = await aSessionDay(await newServer({ now: () => today }))
    const reader = await anAccount(day.server, day.coordinator, 'reader')
    await deliver(day, await day.device('j1'), 'o1', [PRESENT, DRAWN])
    const seenBy = async (client: SessionDay['coordinator']) => textOf(await sheet({ ...day, coordinator: client }, 'p1', '2026-11-24'))
    expect(await seenBy(reader.client)).toContain('Signé le')
    today = new Date('2027-12-24T18:00:00Z')
    expect(await seenBy(day.coordinator)).toContain('Signé le')
    expect(await seenBy(reader.client)).not.toMatch(/Signé le|Fiche signée/)
    const request = { kind: 'erasure', sessionId: day.sessionId, candidateId: 'c1', receivedOn: '2027-12-24', detail: 'Par courriel' }
    const recorded = (await (await day.coordinator.post('recordDataRequest', request)).json()) as { requestId: string }
    const decision = { outcome: 'granted', reason: '', name: null }
    expect((await day.coordinator.post('decideDataRequest', decision, recorded)).status).toBe(204)
    expect(await seenBy(day.coordinator)).not.toMatch(/Signé le|Fiche signée|Bazin/)
  })

  it('whoever or whatever is not of the session has none', async () => {
    const day = await aSessionDay(await newServer())
    await expectProblem(await candidate(day, 'nobody'), 404, 'not-found')
    await expectProblem(await juror(day, 'nobody'), 404, 'not-found')
    await expectProblem(await sheet(day, 'p1', '2026-11-25'), 404, 'not-found')
    await expectProblem(await sheet(day, 'nowhere', '2026-11-24'), 404, 'not-found')
  })
})
