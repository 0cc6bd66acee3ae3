import { strToU8, zipSync } from 'fflate'
import { t } from '#texts/i18n.ts'
import type { PersonalFile } from './personal-file.ts'
import { personalFilePdf } from './personal-file-pdf.ts'

/** The file as it is handed out: a PDF to read and the same as JSON, whole, for a machine. */
export async function personalFileZip(file: PersonalFile): Promise<Buffer> {
  const zip = zipSync({
    [t('dataProtection:file.pdfName')]: [new Uint8Array(await personalFilePdf(file)), { level: 0 }],
    [t('dataProtection:file.jsonName')]: strToU8(JSON.stringify(file, null, 2)),
  })
  return Buffer.from(zip)
}
