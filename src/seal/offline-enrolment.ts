import { CompactEncrypt, compactDecrypt, decodeProtectedHeader } from 'jose'
import { z } from 'zod'
import { isoInstantSchema } from '#domain/primitives.ts'
import { type PublicJwk, type ServerKeys, type SessionPackage, serverKeysSchema } from '#domain/session-package.ts'
import { fromBase64url, fromUtf8, randomBytes, toBase64url, utf8 } from './bytes.ts'
import { thumbprint } from './keys.ts'
import { SealError } from './seal-error.ts'
import { verifyPackage } from './session-package.ts'
import { signJson } from './signed.ts'
import { kdfSchema, MINIMUM_COST, passphraseKey } from './vault.ts'

/*
 * An enrolment carried by hand (docs/formats.md §8.1): a file, and a code told another way. Who knows the code opens the file, and only who
 * knows it can have made it: opening is what lets the device trust the server's keys inside.
 */

const FILE_FORMAT = 'carnet-de-jury/offline-enrolment'
const JWE_TYPE = 'cdj-offline-enrolment+jwe'

const fileSchema = z.object({ format: z.literal(FILE_FORMAT), formatVersion: z.literal(1), jwe: z.string().max(32_000_000) })

const headerSchema = z.object({
  alg: z.literal('dir'),
  enc: z.literal('A256GCM'),
  typ: z.literal(JWE_TYPE),
  cdj: z.object({ kdf: kdfSchema }),
})

const contentSchema = z.object({
  format: z.literal(FILE_FORMAT),
  formatVersion: z.literal(1),
  madeAt: isoInstantSchema,
  /** Serves one device, like a link's. */
  secret: z.string().min(16).max(64),
  serverKeys: serverKeysSchema,
  /** `cdj-package+jws`: the code's encryption stands in for the seal to a device that has no keys yet. */
  package: z.string(),
})

/** What a file gives once it is opened and all of it verified. */
export interface OfflineEnrolment {
  secret: string
  serverKeys: ServerKeys
  serverKeyId: string
  content: SessionPackage
}

/** Digits and letters that are not taken for one another (Crockford's base 32): 16 of them are 80 bits. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODE_LENGTH = 16

/** A new code, as it is read aloud: `K7QD-3WXZ-9M2T-A4HC`. */
export function newOfflineCode(): string {
  const letters = [...randomBytes(CODE_LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length] ?? '')
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-')
}

/** A code as it was typed, made plain: spaces, hyphens and case count for nothing, O is 0, I and L are 1. Null when it can't be one. */
export function readOfflineCode(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  return plain.length === CODE_LENGTH && [...plain].every((letter) => ALPHABET.includes(letter)) ? plain : null
}

/** Makes the file's text: the package signed by the server, all of it under the code. */
export async function sealOfflineEnrolment(
  content: SessionPackage,
  made: { code: string; secret: string; serverKeys: ServerKeys; server: { privateKey: CryptoKey; keyId: string }; madeAt: string },
): Promise<string> {
  const plain: z.infer<typeof contentSchema> = {
    format: FILE_FORMAT,
    formatVersion: 1,
    madeAt: made.madeAt,
    secret: made.secret,
    serverKeys: made.serverKeys,
    package: await signJson('cdj-package+jws', content, made.server.privateKey, made.server.keyId),
  }
  const salt = randomBytes(16)
  const kdf = { name: 'argon2id', salt: toBase64url(salt), ...MINIMUM_COST, parallelism: 1 } as const
  const jwe = await new CompactEncrypt(utf8(JSON.stringify(plain)))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', typ: JWE_TYPE, cdj: { kdf } })
    .encrypt(await passphraseKey(readOfflineCode(made.code) ?? '', salt, kdf))
  return JSON.stringify({ format: FILE_FORMAT, formatVersion: 1, jwe } satisfies z.infer<typeof fileSchema>)
}

/** The JWE in a file's text, before any code. Throws SealError `malformed`, or `unknownVersion` for a newer server's. */
export function readOfflineFile(text: string): string {
  const json = jsonOf(text)
  const parsed = fileSchema.safeParse(json)
  if (parsed.success) return parsed.data.jwe
  const named = z.object({ format: z.literal(FILE_FORMAT), formatVersion: z.number().int().min(2) }).safeParse(json)
  throw new SealError(named.success ? 'unknownVersion' : 'malformed', { cause: parsed.error })
}

/**
 * Opens a file's JWE with the code, and verifies what is inside. Throws SealError: `malformed`, `wrongPassphrase` for a wrong code, else what
 * is wrong with the content (as openPackage).
 */
export async function openOfflineEnrolment(jwe: string, typedCode: string): Promise<OfflineEnrolment> {
  const code = readOfflineCode(typedCode)
  if (code === null) throw new SealError('wrongPassphrase')
  const { cdj } = headerOf(jwe)
  const key = await passphraseKey(code, fromBase64url(cdj.kdf.salt), cdj.kdf)
  const parsed = contentSchema.safeParse(jsonOf(await decrypted(jwe, key)))
  if (!parsed.success) throw new SealError('unexpectedContent', { cause: parsed.error })
  const { secret, serverKeys } = parsed.data
  const serverKeyId = await thumbprint(serverKeys.signing)
  const content = await verifyPackage(parsed.data.package, serverKeys.signing, serverKeyId)
  if (!(await sameKey(content.serverKeys.sealing, serverKeys.sealing))) throw new SealError('unknownKey')
  return { secret, serverKeys, serverKeyId, content }
}

function headerOf(jwe: string): z.infer<typeof headerSchema> {
  try {
    return headerSchema.parse(decodeProtectedHeader(jwe))
  } catch (cause) {
    throw new SealError('malformed', { cause })
  }
}

async function decrypted(jwe: string, key: CryptoKey): Promise<string> {
  try {
    const { plaintext } = await compactDecrypt(jwe, key, { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] })
    return fromUtf8(new Uint8Array(plaintext))
  } catch (cause) {
    throw new SealError('wrongPassphrase', { cause })
  }
}

async function sameKey(one: PublicJwk, other: PublicJwk): Promise<boolean> {
  return (await thumbprint(one)) === (await thumbprint(other))
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause
    throw new SealError('malformed', { cause })
  }
}
