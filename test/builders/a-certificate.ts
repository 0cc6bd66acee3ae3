import { webcrypto } from 'node:crypto'
import { BasicConstraintsExtension, PemConverter, SubjectAlternativeNameExtension, X509CertificateGenerator } from '@peculiar/x509'

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const DAY_MS = 24 * 3_600_000

/** A key and its certificate, as PEM. */
export interface TestCertificate {
  key: string
  cert: string
}

/** What a certificate is made for; `lastedUntil` is a day from now unless given. */
interface Asked {
  /** IP addresses, or a name. */
  addresses?: readonly string[]
  name?: string
  lastedUntil?: Date
}

/** An authority nobody knows, such as a centre's own. */
export interface TestAuthority {
  /** Its own certificate: whoever is given it trusts what it issues. */
  cert: string
  issue: (asked: Asked) => Promise<TestCertificate>
}

/** Makes one, with a key of its own. */
export async function anAuthority(): Promise<TestAuthority> {
  const own = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
  const subject = 'CN=Autorité d’essai'
  const root = await X509CertificateGenerator.createSelfSigned({
    name: subject,
    keys: own,
    signingAlgorithm: ALGORITHM,
    notBefore: new Date(Date.now() - 2 * DAY_MS),
    notAfter: new Date(Date.now() + DAY_MS),
    extensions: [new BasicConstraintsExtension(true, undefined, true)],
  })
  return {
    cert: root.toString('pem'),
    issue: async ({ addresses = [], name, lastedUntil = new Date(Date.now() + DAY_MS) }) => {
      const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
      const names = addresses.map((value) => ({ type: 'ip' as const, value }))
      const leaf = await X509CertificateGenerator.create({
        subject: 'CN=Serveur d’essai',
        issuer: root.subject,
        publicKey: keys.publicKey,
        signingKey: own.privateKey,
        signingAlgorithm: ALGORITHM,
        notBefore: new Date(Date.now() - 2 * DAY_MS),
        notAfter: lastedUntil,
        extensions: [
          new SubjectAlternativeNameExtension([...names, ...(name === undefined ? [] : [{ type: 'dns' as const, value: name }])]),
        ],
      })
      const key = PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY')
      return { key, cert: leaf.toString('pem') }
    },
  }
}
