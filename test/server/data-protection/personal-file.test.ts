import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { EntryBody } from '#domain/entry.ts'
import { gridIndicators } from '#domain/grid.ts'
import { sheetAbout } from '#server/data-protection/personal-file/sheet-about.ts'
import { readJournal } from '#server/storage/journal.ts'
import { aFavourableDecision, PANEL_DAY, someFacts } from '../../builders/a-deliberation.ts'
import { aDocumentedDay } from '../../builders/a-documented-day.ts'
import { aGrid } from '../../builders/a-grid.ts'
import { readPdfText } from '../../builders/a-pdf-reading.ts'
import { openedPreparation } from '../../builders/a-preparation.ts'
import { signStoredMinutes } from '../../builders/a-result.ts'
import type { SessionDay } from '../../builders/a-session-day.ts'
import { aSealedSheet, aSheet, aWholeOral } from '../../builders/a-sheet.ts'
import { A_STROKE, aStoredSheet } from '../../builders/a-stored-sheet.ts'
import type { EnrolledDevice } from '../../builders/an-enrolled-device.ts'
import { declareInterests } from '../../builders/an-interest-statement.ts'
import { expectProblem } from '../../builders/expect-problem.ts'
import { expectReadablePdf } from '../../builders/expect-readable-pdf.ts'
import { onBothEngines } from '../engines.ts'

/** An oral with everything a juror can write; one note is private. */
function aTalkativeOral({ package: { grids } }: EnrolledDevice, gridId: string, word: string): EntryBody[] {
  const grid = grids.find((one) => one.grid.id === gridId)?.grid
  const first = grid && gridIndicators(grid)[0]
  if (!grid || !first) throw new Error('no grid')
  const transcription = { fromPaper: null, filledBy: 'Agnès Dumas', by: 'Lou Perrin', minutes: null }
  return [
    { kind: 'transcription', transcription },
    ...aWholeOral(grid),
    { kind: 'presenceSignature', gesture: { kind: 'drawn', strokes: A_STROKE } },
    { kind: 'note', noteId: 'n1', target: { id: first.id, page: 4 }, text: `Note sur ${word}`, ink: A_STROKE, private: false },
    { kind: 'note', noteId: 'n2', target: {}, text: `Aparté privé sur ${word}`, private: true },
    { kind: 'question', questionId: 'q1', text: `Question à ${word}`, asked: true },
    { kind: 'verdict', sectionId: grid.sections[0]?.id ?? '', verdict: 'inProgress', reason: `Motif pour ${word}` },
    { kind: 'appreciation', text: `Appréciation de ${word}` },
  ]
}

/** Both candidates scored by two jurors, decided with a reason each, in minutes both signed. */
async function aToldDay(server: Parameters<typeof aDocumentedDay>[0]): Promise<SessionDay> {
  const day = await aDocumentedDay(server)
  const devices = [await day.device('j1'), await day.device('j2')] as const
  const words: Record<string, [string, string]> = {
    o1: ['cdcm-b1', 'Pervenche'],
    o2: ['cdcm-b1', 'Capucine'],
    o3: ['cdcm-final', 'Pervenche'],
  }
  const envelopes = await Promise.all(
    devices.flatMap((device) =>
      Object.entries(words).map(async ([oralId, [gridId, word]]) => {
        const sheet = aSheet(device, oralId, { bodies: aTalkativeOral(device, gridId, word) })
        return (await aSealedSheet(device, sheet)).envelope.jwe
      }),
    ),
  )
  await day.coordinator.post('deliver', { envelopes })
  const place = { sessionId: day.sessionId, ...PANEL_DAY }
  for (const [oralId, [, word]] of Object.entries(words)) {
    const decision = { ...aFavourableDecision(devices[0], oralId), reason: `Décision motivée pour ${word}` }
    const answer = await day.coordinator.post('recordDecision', decision, place)
    if (!answer.ok) throw new Error(await answer.text())
  }
  const frozen = await day.coordinator.post('freezeMinutes', someFacts({ absences: [{ jurorId: 'j3', reason: 'Souffrante' }] }), place)
  const { hash } = (await frozen.json()) as { hash: string }
  for (const device of devices) await signStoredMinutes(day, device, hash)
  return day
}

onBothEngines((newServer) => {
  describe('a candidate’s file', () => {
    it('holds everything about them, as JSON and to be read, and nothing of the others, nor who noted what', async () => {
      const day = await aToldDay(await newServer())
      const answer = await day.coordinator.get('personalFile', { sessionId: day.sessionId, candidateId: 'c1' })
      expect(answer.headers.get('cache-control')).toBe('no-store')
      const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
      expect(Object.keys(files).sort()).toEqual(['dossier.json', 'dossier.pdf'])
      const json = strFromU8(files['dossier.json'] ?? new Uint8Array())
      const { outline } = await expectReadablePdf(files['dossier.pdf'] ?? new Uint8Array())
      const read = await readPdfText(files['dossier.pdf'] ?? new Uint8Array())
      const own = [
        'Bazin',
        'Note sur Pervenche',
        'Question à Pervenche',
        'Motif pour Pervenche',
        'Appréciation de Pervenche',
        'Décision motivée pour Pervenche',
      ]
      const support = ['Bazin-Ines-plan.pdf', 'Hospitalisation de dix jours', 'Morelle-de-Naissance', '40 minutes au lieu de 30']
      const others = [
        'Cormier',
        'Yann',
        'Capucine',
        '0002',
        'Dumas',
        'Agnès',
        'Perrin',
        'Ferrand',
        'Karim',
        'Guyot',
        'Aparté privé',
        'Ancien tuteur',
      ]
      for (const text of [json, read.text]) {
        for (const words of [...own, ...support]) expect(text).toContain(words)
        for (const words of others) expect(text).not.toContain(words)
      }
      expect(outline).toMatch(/^H1 .*\nP .*\n(P .*\n)*H2 .*\nTable\nTR TH Nom \| TD Inès Bazin\n/)
      expect(outline).toMatch(/le 24 novembre 2026 à .*\nFigure Votre signature, dessinée\n/)
      expect(outline).toMatch(/\nLI .*Note sur Pervenche\nFigure Note manuscrite\n/)
      expect(read.text).toContain('juré·e 2')
      expect(read.text).toContain('Présent·e')
      expect(read.text).toContain('Vous avez signé votre présence sur la tablette du jury, le 24 novembre 2026')
      const content = JSON.parse(json) as {
        sheets: { juror: number; presenceSignature: object }[]
        decisions: { minutes: object; vote: null }[]
      }
      expect(content.sheets.map(({ juror }) => juror).sort()).toEqual([1, 1, 2, 2])
      expect(content.sheets[0]?.presenceSignature).toMatchObject({ gesture: { kind: 'drawn', strokes: A_STROKE } })
      expect(content.decisions).toHaveLength(2)
      expect(content.decisions[0]?.minutes).toMatchObject({ state: 'inForce', isComplete: true, day: '2026-11-24' })
      const [row] = (await readJournal(day.server.running().context.storage.db)).filter(({ act }) => act === 'personal-file-made')
      expect(row?.subject).toEqual({ sessionId: day.sessionId, personId: 'c1' })
    })

    it('holds the links that jurors declared with them and who stood aside, in their words, never whose they are', async () => {
      const day = await aDocumentedDay(await newServer())
      const { preparation, revision } = await openedPreparation(day.coordinator, day.sessionId)
      const recusal = { jurorId: 'j1', candidateId: 'c1', panelId: 'p1', day: '2026-11-24', reason: 'Élève suivie deux ans' }
      const body = { revision, preparation: { ...preparation, recusals: [recusal] } }
      expect((await day.coordinator.post('savePreparation', body, { sessionId: day.sessionId })).status).toBe(200)
      const [first, second] = [await day.device('j1'), await day.device('j2')]
      const link = { kind: 'training', words: 'Inès a été mon élève.' } as const
      await declareInterests(day.server, first, [
        { candidateId: 'c1', link },
        { candidateId: 'c2', link: { kind: 'work', words: 'Un collègue de bureau.' } },
      ])
      await declareInterests(day.server, second, [{ candidateId: 'c1', link: null }])
      const answer = await day.coordinator.get('personalFile', { sessionId: day.sessionId, candidateId: 'c1' })
      const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
      const json = strFromU8(files['dossier.json'] ?? new Uint8Array())
      const { text } = await readPdfText(files['dossier.pdf'] ?? new Uint8Array())
      expect(JSON.parse(json)).toMatchObject({
        formatVersion: 2,
        links: [{ from: 'juror', ...link, statedAt: '2026-11-20T08:00:00.000Z' }],
        withoutLink: 1,
        recusals: [{ day: '2026-11-24', reason: 'Élève suivie deux ans' }],
      })
      expect(text).toMatch(
        /Lien déclaré par un membre de jury le .*20 novembre 2026 \(Formation ou accompagnement\).: Inès a été mon élève\./,
      )
      expect(text).toContain('1 membre de jury a déclaré n’avoir aucun lien avec cette personne.')
      expect(text).toMatch(/n’a pas siégé pour cette personne le .*24 novembre 2026.: Élève suivie deux ans/)
      for (const words of ['Dumas', 'Agnès', 'collègue de bureau', 'Ancien tuteur', '"j1"']) expect(json + text).not.toContain(words)
    })

    it('says so where nothing is known yet, and is about somebody', async () => {
      const day = await aDocumentedDay(await newServer())
      const answer = await day.coordinator.get('personalFile', { sessionId: day.sessionId, candidateId: 'c2' })
      const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
      const { text } = await readPdfText(files['dossier.pdf'] ?? new Uint8Array())
      expect(text).toMatch(/Lien d’un membre de jury, noté par la coordination.: Ancien tuteur de stage/)
      expect(text).toContain('Fiches des juré·es Rien.')
      await expectProblem(await day.coordinator.get('personalFile', { sessionId: day.sessionId, candidateId: 'c9' }), 404, 'not-found')
    })
  })
})

describe('a sheet of a candidate’s file that was first filled on paper', () => {
  it('says so, and neither whose hand it was nor who typed it in', () => {
    const grid = aGrid()
    const transcription = { fromPaper: null, filledBy: 'Agnès Dumas', by: 'Lou Perrin', minutes: 28 }
    const { hash, sheet } = aStoredSheet(grid, [
      { kind: 'transcription', transcription },
      { kind: 'presence', presence: 'present' },
    ])
    const about = sheetAbout(grid, hash, sheet, { juror: 1, isCurrent: true })
    expect(about).toMatchObject({ isFromPaper: true, timing: { elapsedMs: 28 * 60_000 } })
    expect(JSON.stringify(about)).not.toMatch(/Dumas|Perrin/)
  })
})
