import { describe, expect, it } from 'vitest'
import { resultDocumentsSchema } from '#contract/results.ts'
import { aCertifier } from '../../builders/a-certifier.ts'
import { readPdfText } from '../../builders/a-pdf-reading.ts'
import { aDecidedDay, type DecidedDay } from '../../builders/a-result.ts'
import { expectProblem } from '../../builders/expect-problem.ts'
import { expectReadablePdf } from '../../builders/expect-readable-pdf.ts'
import { onBothEngines } from '../engines.ts'

const CDCM = { frameworkId: 'cdcm' }

async function documentText({ coordinator, sessionId }: DecidedDay, documentId: string, candidateId = 'c1') {
  const answer = await coordinator.get('resultDocument', { sessionId, candidateId, documentId })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  const bytes = new Uint8Array(await answer.arrayBuffer())
  return { ...(await expectReadablePdf(bytes)), ...(await readPdfText(bytes)) }
}

async function listed({ coordinator, sessionId }: DecidedDay) {
  return resultDocumentsSchema.parse(await (await coordinator.get('resultDocuments', { sessionId })).json())
}

onBothEngines((newServer) => {
  describe('the documents of a result', () => {
    it('are none before the minutes are complete, and an attestation for acquired blocks only', async () => {
      const waiting = await aDecidedDay(await newServer(), 1)
      expect((await listed(waiting)).candidates.map(({ documents }) => documents)).toEqual([[], []])
      await waiting.coordinator.post('setCertifier', aCertifier(), CDCM)
      const params = { sessionId: waiting.sessionId, candidateId: 'c1', documentId: 'attestation-B1' }
      await expectProblem(await waiting.coordinator.get('resultDocument', params), 404, 'not-found')
      const done = await aDecidedDay(await newServer(), 2)
      expect((await listed(done)).candidates[0]?.documents).toEqual(['lettre', 'retour', 'attestation-B1'])
      await done.coordinator.post('setCertifier', aCertifier(), CDCM)
      const other = { sessionId: done.sessionId, candidateId: 'c1', documentId: 'attestation-B2' }
      await expectProblem(await done.coordinator.get('resultDocument', other), 404, 'not-found')
    })

    it('wait for the certifier’s name', async () => {
      const { coordinator, sessionId } = await aDecidedDay(await newServer(), 2)
      const params = { sessionId, candidateId: 'c1', documentId: 'lettre' }
      await expectProblem(await coordinator.get('resultDocument', params), 409, 'certifier-unset')
      expect(await (await coordinator.get('certifier', CDCM)).json()).toMatchObject({ framework: { id: 'cdcm' }, certifier: null })
      await expectProblem(await coordinator.get('certifier', { frameworkId: 'other' }), 404, 'not-found')
      await expectProblem(await coordinator.post('setCertifier', aCertifier(), { frameworkId: 'other' }), 404, 'not-found')
    })

    it('attest one block with what France compétences asks, and nothing it refuses', async () => {
      const day = await aDecidedDay(await newServer(), 2)
      await day.coordinator.post('setCertifier', aCertifier(), CDCM)
      const { outline, text } = await documentText(day, 'attestation-B1')
      for (const expected of [
        'Attestation de bloc de compétences',
        'Bloc B1 seulement de la certification',
        'Institut des Halles SAS (École des Halles) atteste que Inès Bazin, candidat·e n° 0001',
        'RNCP99999, décision du directeur général de France compétences en date du 27 mars 2025',
        '6 du cadre national des certifications, 6 du cadre européen (CEC)',
        '312',
        'mardi 24 novembre 2026',
        'Fait à Angers, le ',
        'Odile Marchand, directrice générale',
        'Elle n’est pas le parchemin de la certification.',
        day.minutesHash,
      ])
        expect(text).toContain(expected)
      expect(outline).toMatch(/^H1 Attestation de bloc de compétences\n(P .*\n)+Table\nTR TH Certification \| TD Chargé.*\n/)
      expect(outline).toMatch(/\nH2 Compétences du bloc\nL\nLI C1 .*\nLI C2 /)
      expect(text).not.toMatch(/sous réserve|titre professionnel/i)
      await day.coordinator.post('setCertifier', aCertifier({ rncpCode: null, registeredOn: null }), CDCM)
      expect((await documentText(day, 'attestation-B1')).text).not.toMatch(/RNCP|Enregistrement|directeur général/)
    })

    it('tell the decisions and how to appeal in the letter', async () => {
      const day = await aDecidedDay(await newServer(), 2)
      await day.coordinator.post('setCertifier', aCertifier(), CDCM)
      const { outline, text } = await documentText(day, 'lettre')
      expect(text).toContain('Décision du jury : Validé (le mardi 24 novembre 2026)')
      expect(text).toContain('Blocs acquis, que vous gardez sans limite de durée : B1.')
      expect(text).toContain('Encore à passer ou à décider : Bloc B2, Bloc B3.')
      expect(text).toContain('Recours écrit auprès du certificateur, dans les deux mois.')
      expect(outline).toMatch(
        /H1 Résultats de vos épreuves\n(P .*\n)+H2 Bloc B1 : .*\nP Décision du jury : Validé .*\nH2 Entretien final\n/,
      )
    })

    it('keep the jurors’ comments until somebody releases them, and never name a juror', async () => {
      const day = await aDecidedDay(await newServer(), 2)
      await day.coordinator.post('setCertifier', aCertifier(), CDCM)
      const before = await documentText(day, 'retour')
      expect(before.text).toContain('Avis du jury : Acquise')
      expect(before.text).not.toContain('Prestation claire et structurée.')
      await day.coordinator.post('setCommentRelease', { released: true }, { sessionId: day.sessionId })
      expect((await listed(day)).commentsReleased).toBe(true)
      const after = await documentText(day, 'retour')
      expect(after.outline).toMatch(/^H1 .*\n(P .*\n)+H2 Bloc B1\nH3 C1 .*\nP Avis du jury : Acquise\n/)
      expect(after.text).toContain('Prestation claire et structurée.')
      expect(after.text).not.toMatch(/Dumas|Ferrand|Guyot/)
    })

    it('give parchment data for holders of the whole title only', async () => {
      const { coordinator, sessionId } = await aDecidedDay(await newServer(), 2)
      await coordinator.post('setCertifier', aCertifier(), CDCM)
      const csv = await (await coordinator.get('parchmentCsv', { sessionId })).text()
      expect(csv.split('\r\n')).toHaveLength(1)
      expect(csv).toContain('Nom de naissance;Nom d’usage;Prénoms')
    })
  })
})
