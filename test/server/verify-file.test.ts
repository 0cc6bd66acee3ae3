import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyFile } from '#server/verify/verify-file.ts'
import vector from '#test/vectors/proof-1.json' with { type: 'json' }
import { frozenMinutes } from '../builders/a-deliberation.ts'
import { aVerifyRun } from '../builders/a-program-run.ts'
import { signStoredMinutes } from '../builders/a-result.ts'
import { aServer } from '../builders/a-server.ts'
import { aSessionDay } from '../builders/a-session-day.ts'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'carnet-verify-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function fileOf(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

describe('npm run verify', () => {
  it('says in French what a proof shows, and ends with 0 only when nothing is missing', async () => {
    const path = await fileOf('preuve.json', JSON.stringify(vector.bundle))
    const known = await verifyFile(path, vector.serverKeyId)
    expect(known.exitCode).toBe(0)
    expect(known.lines.join('\n')).toMatch(/✓ Juré j1 a signé ce texte, mot pour mot, le 24 novembre 2026 à 18:05/)
    expect(known.lines.join('\n')).toContain('signatures électroniques simples renforcées')
    expect((await verifyFile(path, null)).exitCode).toBe(1)
  })

  it('ends with 2 and names what was changed', async () => {
    const text = vector.bundle.minutes.text.replace('Nantes', 'Rennes')
    const changed = { ...vector.bundle, minutes: { ...vector.bundle.minutes, text } }
    const { exitCode, lines } = await verifyFile(await fileOf('fausse.json', JSON.stringify(changed)), vector.serverKeyId)
    expect(exitCode).toBe(2)
    expect(lines.join('\n')).toContain('✗ Juré j2 : sa signature ne correspond pas à ce texte.')
  })

  it('reads the proof attached to the PDF', async () => {
    const server = await aServer()
    try {
      const day = await aSessionDay(server)
      const hash = await frozenMinutes(day, [await day.device('j1')])
      const pdf = new Uint8Array(await (await day.coordinator.get('minutesPdf', { hash })).arrayBuffer())
      const { exitCode, lines } = await verifyFile(await fileOf('pv.pdf', pdf), server.running().context.secrets.signing.keyId)
      expect(exitCode).toBe(1)
      expect(lines.join('\n')).toContain('? Agnès Dumas, présent·e, n’a pas encore signé.')
      expect(lines.join('\n')).toContain(`Son empreinte est ${hash}`)
    } finally {
      await server.dispose()
    }
  })

  it('is a command that prints it all, sheets too, by the texts it brings itself', async () => {
    const server = await aServer()
    try {
      const day = await aSessionDay(server)
      const device = await day.device('j1')
      const hash = await frozenMinutes(day, [device])
      await signStoredMinutes(day, device, hash)
      const proof = await (await day.coordinator.get('minutesFullProof', { hash })).text()
      const path = await fileOf('preuve-avec-fiches.json', proof)
      const { exitCode, stdout, stderr } = await aVerifyRun([path, '--cle', server.running().context.secrets.signing.keyId])
      expect(stderr).toBe('')
      expect(exitCode).toBe(1)
      const told = stdout.replace(/\s+/g, ' ')
      expect(told).toMatch(/^Jury A, 24 novembre 2026, Session d’essai /)
      expect(told).toContain('✓ Fiche : Inès Bazin, Bloc B1, par Agnès Dumas. Signée, inchangée, reçue le')
      const cut = await aVerifyRun([await fileOf('coupee.json', proof.slice(0, proof.length / 2))])
      expect(cut).toMatchObject({ exitCode: 2, stdout: expect.stringContaining('coupé ou abîmé') })
    } finally {
      await server.dispose()
    }
  })

  it('says why a file cannot be verified', async () => {
    const sentence = async (path: string) => {
      const { exitCode, lines } = await verifyFile(path, null)
      expect(exitCode).toBe(2)
      return lines[0]
    }
    expect(await sentence(await fileOf('liste.csv', 'a;b'))).toMatch(/^Ce fichier n’est ni une preuve/)
    expect(await sentence(await fileOf('image.png', new Uint8Array([0x89, 0x50, 0xff, 0xfe])))).toMatch(/^Ce fichier n’est ni une preuve/)
    expect(await sentence(await fileOf('abime.pdf', '%PDF-1.7 abîmé'))).toMatch(/^Ce PDF n’a pas pu être ouvert/)
    expect(await sentence(join(folder, 'absent.json'))).toMatch(/n’a pas pu être lu/)
  })
})
