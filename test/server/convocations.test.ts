import { expect, it } from 'vitest'
import { readPdfText } from '../builders/a-pdf-reading.ts'
import { aSessionDay, type SessionDay } from '../builders/a-session-day.ts'
import { expectProblem } from '../builders/expect-problem.ts'
import { onBothEngines } from './engines.ts'

async function textOf(answer: Response): Promise<string> {
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  return (await readPdfText(new Uint8Array(await answer.arrayBuffer()))).text
}

const candidate = ({ coordinator, sessionId }: SessionDay, candidateId: string) =>
  coordinator.get('candidateConvocation', { sessionId, candidateId })

const juror = ({ coordinator, sessionId }: SessionDay, jurorId: string) => coordinator.get('jurorConvocation', { sessionId, jurorId })

const sheet = ({ coordinator, sessionId }: SessionDay, panelId: string, day: string) =>
  coordinator.get('attendanceSheet', { sessionId, panelId, day })

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

  it('whoever or whatever is not of the session has none', async () => {
    const day = await aSessionDay(await newServer())
    await expectProblem(await candidate(day, 'nobody'), 404, 'not-found')
    await expectProblem(await juror(day, 'nobody'), 404, 'not-found')
    await expectProblem(await sheet(day, 'p1', '2026-11-25'), 404, 'not-found')
    await expectProblem(await sheet(day, 'nowhere', '2026-11-24'), 404, 'not-found')
  })
})
