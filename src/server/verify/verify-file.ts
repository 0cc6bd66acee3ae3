import { readFile } from 'node:fs/promises'
import { fromUtf8 } from '#seal/bytes.ts'
import type { ProofReport } from '#seal/proof.ts'
import { findingWords, type ProofFinding } from '#seal/proof-finding.ts'
import { isPdf, MAX_PROOF_BYTES, type Provable, type ProvableFailure, readAttachments, readProvable, reportOn } from '#seal/read-proof.ts'
import { withFirst } from '#texts/first-of-month.ts'
import { t } from '#texts/i18n.ts'
import { pdfAttachments } from './pdf-attachments.ts'

/** What the command prints, and whether it ends well: 0 proven, 1 incomplete, 2 wrong or unreadable. */
export interface Verification {
  lines: string[]
  exitCode: 0 | 1 | 2
}

const GROUPS = ['wrong', 'missing', 'proven', 'limit'] as const satisfies readonly ProofFinding['status'][]
const SIGNS: Record<ProofFinding['status'], string> = { wrong: '✗', missing: '?', proven: '✓', limit: '·' }
const EXIT_CODES: Record<ProofReport['outcome'], Verification['exitCode']> = { proven: 0, incomplete: 1, wrong: 2 }
const dayFormat = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' })
const momentFormat = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' })

/** Verifies a proof, signed minutes or the PDF they are attached to. `trustedServerKeyId`: as given by the certifier, or null. */
export async function verifyFile(path: string, trustedServerKeyId: string | null): Promise<Verification> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause) return failed(t('verify:command.noFile', { name: path }))
    throw cause
  }
  const read = await readProof(bytes)
  if (typeof read === 'string') return failed(t(`verify:failure.${read}`))
  const report = await reportOn(read, trustedServerKeyId)
  return { lines: reportLines(report), exitCode: EXIT_CODES[report.outcome] }
}

function failed(sentence: string): Verification {
  return { lines: [sentence, t('verify:failure.advice')], exitCode: 2 }
}

async function readProof(bytes: Uint8Array): Promise<Provable | ProvableFailure | 'tooBig' | 'pdfUnreadable' | 'pdfWithoutProof'> {
  if (bytes.length > MAX_PROOF_BYTES) return 'tooBig'
  if (!isPdf(bytes)) return readText(bytes)
  const attachments = await pdfAttachments(bytes)
  if (attachments === null) return 'pdfUnreadable'
  const read = readAttachments(attachments)
  return read === 'notOurs' ? 'pdfWithoutProof' : read
}

function readText(bytes: Uint8Array): Provable | ProvableFailure {
  try {
    return readProvable(fromUtf8(bytes))
  } catch (cause) {
    if (cause instanceof TypeError) return 'notOurs'
    throw cause
  }
}

function reportLines({ outcome, findings, sealed }: ProofReport): string[] {
  const groups = GROUPS.flatMap((status) => {
    const own = findings.filter((one) => one.status === status)
    return own.length === 0 ? [] : ['', t(`verify:group.${status}`), ...own.map((one) => `  ${SIGNS[status]} ${sentence(one)}`)]
  })
  const { panel, day, session } = sealed?.minutes ?? {}
  return [
    ...(panel && day && session ? [t('verify:minutes.summary', { panel: panel.name, day: dayWords(day), session: session.title })] : []),
    t(`verify:outcome.${outcome}.title`),
    t(`verify:outcome.${outcome}.detail`),
    ...groups,
  ]
}

function dayWords(isoDate: string): string {
  return withFirst(dayFormat.format(new Date(`${isoDate}T00:00:00Z`)))
}

function sentence(finding: ProofFinding): string {
  return t(
    `verify:finding.${finding.code}`,
    findingWords(finding, (at) => withFirst(momentFormat.format(new Date(at))), partName),
  )
}

function partName(part: string): string {
  return part === 'finalInterview' ? t('minutes:part.finalInterview') : t('minutes:part.block', { id: part })
}
