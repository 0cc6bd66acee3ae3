import { describe, expect, it } from 'vitest'
import { sessionBoardSchema, storedSheetSchema } from '#contract/desk.ts'
import type { EntryBody } from '#domain/entry.ts'
import { gridIndicators } from '#domain/grid.ts'
import { readPdfText } from '../../builders/a-pdf-reading.ts'
import { aVisitor } from '../../builders/a-server.ts'
import { aSessionDay } from '../../builders/a-session-day.ts'
import { aSealedSheet, aSheet } from '../../builders/a-sheet.ts'
import { expectProblem } from '../../builders/expect-problem.ts'
import { expectReadablePdf } from '../../builders/expect-readable-pdf.ts'
import { onBothEngines } from '../engines.ts'

onBothEngines((newServer) => {
  describe('a sheet on paper', () => {
    it('is printed for each member of the panel, with the whole grid and room for all that a device asks', async () => {
      const day = await aSessionDay(await newServer())
      const device = await day.device('j1')
      const answer = await day.coordinator.get('paperSheets', { sessionId: day.sessionId, oralId: 'o1' })
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toBe('application/pdf')
      expect(answer.headers.get('cache-control')).toBe('no-store')
      const bytes = new Uint8Array(await answer.arrayBuffer())
      const { outline, artifacts } = await expectReadablePdf(bytes)
      const { text, pages } = await readPdfText(bytes)
      const { session, grids } = device.package
      const oral = session.orals.find(({ id }) => id === 'o1')
      const published = grids.find(({ grid }) => grid.id === oral?.gridId)
      const candidate = session.candidates.find(({ id }) => id === oral?.candidateId)
      if (!oral || !published || !candidate) throw new Error('the package has no oral o1')
      const { grid, hash } = published
      for (const { firstName, lastName } of session.jurors) expect(text).toContain(`${firstName} ${lastName}`)
      expect(text).toContain(`${candidate.firstName} ${candidate.lastName}, n° ${candidate.number}`)
      for (const { id } of gridIndicators(grid)) expect(text).toContain(id)
      for (const section of grid.sections) expect(text).toContain(`Verdict ${section.id}`)
      for (const words of [
        'Durée de l’oral',
        'Identité vérifiée',
        'Prestation orale',
        'Appréciation générale',
        'Signatures',
        `grille ${grid.version}, empreinte`,
      ])
        expect(text).toContain(words)
      expect(text).toContain(hash.slice(0, 10))
      expect(pages).toBeGreaterThan(session.jurors.length)
      expect(outline.match(/^H1 /gm)).toHaveLength(session.jurors.length)
      expect(outline).toMatch(/TR TH Candidat·e \| TD Inès Bazin, n° 0001\n.*TR TH Membre du jury \| TD Agnès Dumas\n/s)
      expect(outline).toContain('\nFigure Code QR de cette feuille\nP Code de cette feuille, à lire avec la tablette')
      expect(outline).toMatch(
        /\nTR TH Indicateur \| TH Observé \| TH Partiel .*\nTR TH C1\.K1 .*\nTR TH C1\.K1\.I1 .* \| TD \| TD \| TD \| TD\n/,
      )
      expect(artifacts.filter((words) => words === 'Indicateur').length).toBeGreaterThan(0)
    })

    it('is for a signed-in account alone, and of an oral that there is', async () => {
      const day = await aSessionDay(await newServer())
      const params = { sessionId: day.sessionId, oralId: 'o1' }
      expect((await aVisitor(day.server).get('paperSheets', params)).status).toBe(401)
      await expectProblem(await day.coordinator.get('paperSheets', { ...params, oralId: 'inconnu' }), 404, 'not-found')
    })

    it('is received like any other once it was typed in, and says so on the board and when it is opened', async () => {
      const day = await aSessionDay(await newServer())
      const device = await day.device('j1')
      const transcription = { fromPaper: null, filledBy: 'Agnès Dumas', by: 'Paul Verne', minutes: 28 }
      const bodies: EntryBody[] = [
        { kind: 'transcription', transcription },
        { kind: 'presence', presence: 'present' },
      ]
      const { signed, envelope } = await aSealedSheet(device, aSheet(device, 'o1', { bodies }))
      expect(signed.sheet.formatVersion).toBe(2)
      await aVisitor(day.server).post('deliver', { envelopes: [envelope.jwe] })
      const board = sessionBoardSchema.parse(await (await day.coordinator.get('board', { sessionId: day.sessionId })).json())
      expect(board.sheets.map(({ hash, transcribed }) => ({ hash, transcribed }))).toEqual([
        { hash: signed.hash, transcribed: { filledBy: 'Agnès Dumas', by: 'Paul Verne' } },
      ])
      const { sheet, verification } = storedSheetSchema.parse(await (await day.coordinator.get('sheet', { hash: signed.hash })).json())
      expect(verification).toEqual({ signature: 'valid', foldMatchesLog: true, deviceEnrolled: true })
      expect(sheet.transcribed).toMatchObject(transcription)
      expect(sheet.timing).toMatchObject({ elapsedMs: 28 * 60_000 })
    })

    it('is refused when its transcription is not what its log says', async () => {
      const day = await aSessionDay(await newServer())
      const device = await day.device('j1')
      const bodies: EntryBody[] = [
        { kind: 'transcription', transcription: { fromPaper: null, filledBy: 'Agnès Dumas', by: 'Paul Verne', minutes: null } },
        { kind: 'presence', presence: 'present' },
      ]
      const sheet = aSheet(device, 'o1', { bodies })
      const { transcribed: _hidden, ...plain } = sheet
      for (const forged of [{ ...plain, formatVersion: 1 as const }, { ...sheet, formatVersion: 1 as const }, plain]) {
        const { envelope } = await aSealedSheet(device, forged)
        const answer = await (await aVisitor(day.server).post('deliver', { envelopes: [envelope.jwe] })).json()
        expect(answer).toMatchObject({ results: [{ outcome: 'refused', problem: { code: 'sheet-unreadable' } }] })
      }
    })
  })
})
