import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { routePath } from '#contract/routes.ts'
import { readMinutes } from '#seal/minutes.ts'
import { verifyProof } from '#seal/proof.ts'
import { proofBundleSchema } from '#seal/proof-bundle.ts'
import { readSignedMinutes } from '#seal/signed-minutes.ts'
import { aMinutesSignature, frozenMinutes } from '../../builders/a-deliberation.ts'
import { aVisitor } from '../../builders/a-server.ts'
import { aSessionDay, type SessionDay } from '../../builders/a-session-day.ts'
import { A_STROKE } from '../../builders/a-stored-sheet.ts'
import { expectReadablePdf } from '../../builders/expect-readable-pdf.ts'
import { onBothEngines } from '../engines.ts'

/** Minutes signed by two of three members, the third absent: one drew, one typed. */
async function signedDay(day: SessionDay): Promise<string> {
  const devices = [await day.device('j1'), await day.device('j2')]
  const hash = await frozenMinutes(day, devices, { absences: [{ jurorId: 'j3', reason: 'Grève des trains' }] })
  const { text } = (await (await day.coordinator.get('minutes', { hash })).json()) as { text: string }
  const sealed = await readMinutes(text)
  for (const [place, device] of devices.entries()) {
    const signature = place === 0 ? { kind: 'drawn' as const, strokes: A_STROKE } : { kind: 'typed' as const, name: 'Karim Ferrand' }
    const path = routePath('signMinutes', { hash })
    await aVisitor(day.server).fetch(path, {
      method: 'POST',
      headers: { authorization: await device.authorization('POST', path), 'content-type': 'application/json' },
      body: JSON.stringify({ signature: await aMinutesSignature(sealed, device, { signature }) }),
    })
  }
  return hash
}

async function readPdf(bytes: Uint8Array) {
  const task = getDocument({ data: bytes, useSystemFonts: false, verbosity: VerbosityLevel.ERRORS })
  const document = await task.promise
  let text = ''
  for (let page = 1; page <= document.numPages; page += 1) {
    const content = await (await document.getPage(page)).getTextContent()
    text += content.items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join('')
  }
  const { info } = await document.getMetadata()
  const outline = (await document.getOutline()) ?? []
  const attachments = (await document.getAttachments()) as Record<string, { filename: string; content: Uint8Array }> | null
  const read = {
    pages: document.numPages,
    text: text.replace(/\s+/g, ' '),
    info: info as Record<string, string>,
    outline: outline.map(({ title }) => spaced(title)),
    attachments,
  }
  await task.destroy()
  return read
}

const spaced = (text: string) => text.replace(/\s+/g, ' ')

onBothEngines((newServer) => {
  describe('the PDF of minutes', () => {
    it('says everything of the minutes, in French, to the eye and to a screen reader, with document information', async () => {
      const day = await aSessionDay(await newServer())
      const hash = await signedDay(day)
      const answer = await day.coordinator.get('minutesPdf', { hash })
      expect(answer.headers.get('content-type')).toBe('application/pdf')
      expect(answer.headers.get('cache-control')).toBe('no-store')
      const bytes = new Uint8Array(await answer.arrayBuffer())
      const { outline, artifacts } = await expectReadablePdf(bytes)
      const pdf = await readPdf(bytes)
      expect(pdf.info).toMatchObject({ Language: 'fr-FR', Author: 'Jury : Jury A' })
      expect(spaced(pdf.info['Title'] ?? '')).toBe('Procès-verbal de délibération, Jury A, mardi 24 novembre 2026')
      expect(pdf.outline).toEqual(expect.arrayContaining(['Composition du jury', 'Décisions', 'Signatures', 'Preuve']))
      for (const expected of [
        'Chargé(e) de développement commercial et marketing',
        'Agnès Dumas (présidence)',
        'absent·e : Grève des trains',
        'Présents : 2 sur 3',
        'Aucun déport déclaré.',
        'Convoqué·es : 2. Présent·es : 2. Absent·es : 0.',
        'Signature non attendue : Lise Guyot (absence).',
        'Inès Bazin (n° 0001)',
        'Aménagement : 40 minutes au lieu de 30',
        'Proposition de la règle : Validé.',
        'Fiche absente : Lise Guyot.',
        'Blocs acquis, gardés sans limite de durée : B1.',
        'Recours écrit auprès du certificateur, dans les deux mois.',
        'Signé par Agnès Dumas',
        'Signature écrite au clavier : Karim Ferrand',
        'signature électronique simple renforcée',
        `Empreinte du procès-verbal (SHA-256) : ${hash}`,
        `à comparer : ${await serverKeyId(day)}`,
        `Page ${pdf.pages} sur ${pdf.pages}`,
      ])
        expect(pdf.text).toContain(expected)
      expect(pdf.text).not.toContain('\u0000')
      for (const expected of [
        'H1 Procès-verbal de délibération\nP Jury A, mardi 24 novembre 2026\nTable\nTR TH Certification | TD Chargé(e) de',
        'H2 Composition du jury\nTable\nTR TH Membre | TH Qualité | TH Origine | TH Présence\nTR TD Agnès Dumas (présidence) | TD ',
        '| TD 2 min sur 40 min / Aménagement : 40 minutes au lieu de 30\n',
        'H3 Inès Bazin, Bloc B1\nP Décision du jury : Validé\nP Proposition de la règle : Validé.\nP Décision prise sans vote.\n',
        'TR TH Candidat·e | TH Décision du jury | TH Précisions\n',
        'Figure Signature dessinée par Agnès Dumas\nP Signature dessinée\nP Signé par Karim Ferrand\n',
      ])
        expect(outline).toContain(expected)
      expect(artifacts).toContain(`Page 1 sur ${pdf.pages}`)
    })

    it('carries the signed minutes and their proof, byte for byte', async () => {
      const day = await aSessionDay(await newServer())
      const hash = await signedDay(day)
      const { attachments } = await readPdf(new Uint8Array(await (await day.coordinator.get('minutesPdf', { hash })).arrayBuffer()))
      const textOf = (name: string) => new TextDecoder().decode(attachments?.[name]?.content)
      const { text } = (await (await day.coordinator.get('minutes', { hash })).json()) as { text: string }
      const signed = readSignedMinutes(textOf('proces-verbal-signe.json'))
      expect(signed.text).toBe(text)
      expect(signed.signatures).toHaveLength(2)
      const bundle = proofBundleSchema.parse(JSON.parse(textOf('preuve.json')))
      const report = await verifyProof(bundle, await serverKeyId(day))
      expect(report.outcome).toBe('proven')
    })
  })

  describe('the proof exported from the desk', () => {
    it('proves who signed, when it came, that nothing is missing, and the sheets when they are in it', async () => {
      const day = await aSessionDay(await newServer())
      const hash = await signedDay(day)
      const bundle = proofBundleSchema.parse(await (await day.coordinator.get('minutesFullProof', { hash })).json())
      const { outcome, findings } = await verifyProof(bundle, await serverKeyId(day))
      expect(findings.filter(({ status }) => status === 'wrong' || status === 'missing')).toEqual([])
      expect(outcome).toBe('proven')
      const codes = findings.map(({ code }) => code)
      expect(codes.filter((code) => code === 'signed')).toHaveLength(2)
      expect(codes.filter((code) => code === 'sheetProven')).toHaveLength(6)
      expect(codes).toEqual(expect.arrayContaining(['minutesIntact', 'serverKnown', 'keysAttested', 'journalWhole', 'received']))
      expect(codes).toEqual(expect.arrayContaining(['memberAbsent', 'limitTime', 'limitIdentity', 'limitLevel']))
      const short = proofBundleSchema.parse(await (await day.coordinator.get('minutesProof', { hash })).json())
      expect(short.sheets).toEqual([])
    })
  })
})

async function serverKeyId(day: SessionDay): Promise<string> {
  return day.server.running().context.secrets.signing.keyId
}
