import { z } from 'zod'
import { hashSchema, idSchema, isoInstantSchema, lineSchema } from '#domain/primitives.ts'
import { type PublicJwk, publicJwkSchema } from '#domain/session-package.ts'
import { thumbprint } from './keys.ts'
import { SealError } from './seal-error.ts'
import { signJson, verifyJson } from './signed.ts'

/** The server's word that it enrolled a device: shown to the same server when a restored backup no longer knows the device. */
export const enrolmentCertificateSchema = z.object({
  format: z.literal('carnet-de-jury/enrolment-certificate'),
  formatVersion: z.literal(1),
  /** Thumbprint of `signingKey`. */
  deviceId: hashSchema,
  deviceName: lineSchema,
  sessionId: idSchema,
  jurorId: idSchema,
  signingKey: publicJwkSchema,
  sealingKey: publicJwkSchema,
  enrolledAt: isoInstantSchema,
})
export type EnrolmentCertificate = z.infer<typeof enrolmentCertificateSchema>

/** Signs a certificate with the server's signing key. */
export async function signEnrolmentCertificate(certificate: EnrolmentCertificate, privateKey: CryptoKey, keyId: string): Promise<string> {
  return signJson('cdj-enrolled+jws', certificate, privateKey, keyId)
}

/** Verifies a certificate, and that it names its own key. Throws SealError. */
export async function verifyEnrolmentCertificate(jws: string, serverSigningKey: PublicJwk): Promise<EnrolmentCertificate> {
  const certificate = await verifyJson('cdj-enrolled+jws', jws, serverSigningKey, enrolmentCertificateSchema)
  if ((await thumbprint(certificate.signingKey)) !== certificate.deviceId) throw new SealError('unexpectedContent')
  return certificate
}
