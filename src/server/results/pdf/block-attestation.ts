import { certifierName } from '#domain/certifier.ts'
import { isoDateSchema } from '#domain/primitives.ts'
import { t } from '#texts/i18n.ts'
import { printable } from '../../documents/pdf-maker.ts'
import { facts, heading, note, paragraph } from '../../minutes/pdf/parts.ts'
import { longDay, plainDay } from '../../minutes/pdf/words.ts'
import type { CandidateFile } from '../candidate-file.ts'
import { points, resultPdf, signedBy } from './result-document.ts'

/**
 * Certifies one acquired block. Told apart from a parchment at first sight: its title says that it is about one block, and it carries
 * neither a logo nor any reservation. Throws a RangeError when the block is not acquired in complete minutes.
 */
export async function blockAttestationPdf(file: CandidateFile, blockId: string): Promise<Buffer> {
  const { framework, certifier, result, deliveredOn, holderName } = file
  const block = framework.blocks.find(({ id }) => id === blockId)
  const part = result.parts.find((one) => one.part === blockId)
  if (!block || part?.state !== 'decided' || part.decision?.verdict !== 'validated')
    throw new RangeError(`block ${blockId} is not acquired`)
  const title = t('results:attestation.title')
  return resultPdf({
    title,
    certifier,
    deliveredOn,
    content: [
      { text: title, style: 'title' },
      { text: printable(t('results:attestation.subtitle', { id: block.id, title: framework.title })), style: 'subtitle' },
      paragraph(t('results:attestation.says', { certifier: certifierName(certifier), name: holderName, number: result.candidate.number })),
      { text: printable(`${t('results:part.block', { id: block.id })} : ${block.title}`), bold: true, fontSize: 13, margin: [0, 4, 0, 10] },
      facts([
        [t('results:attestation.certification'), framework.title],
        ...registration(file),
        [t('results:attestation.level'), t('results:attestation.levelValue', { level: framework.level })],
        ...(certifier.nsfCodes.length === 0 ? [] : [[t('results:attestation.nsf'), certifier.nsfCodes.join(', ')] as const]),
        [t('results:attestation.decidedOn'), longDay(isoDateSchema.parse(part.decidedOn))],
      ]),
      heading(t('results:attestation.competences')),
      ...points(block.activities.flatMap(({ competences }) => competences.map((competence) => `${competence.id} ${competence.title}`))),
      paragraph(t('results:attestation.kept')),
      signedBy(certifier, deliveredOn),
      note(t('results:attestation.notParchment')),
      note(t('results:attestation.minutes', { hash: part.minutesHash ?? '' })),
    ],
  })
}

/** Only what is known: a certification that is not registered yet has neither a code nor a date. */
function registration({ certifier: { rncpCode, registeredOn } }: CandidateFile): (readonly [string, string])[] {
  if (rncpCode === null) return []
  const decision = registeredOn === null ? [] : [t('results:attestation.registeredOn', { day: plainDay(registeredOn) })]
  return [[t('results:attestation.registration'), [rncpCode, ...decision].join(', ')]]
}
