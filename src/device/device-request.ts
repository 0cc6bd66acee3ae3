import type { DeviceProof } from '#contract/enrolment.ts'
import { signJson } from '#seal/signed.ts'
import type { Notebook } from './notebook.ts'
import { secretsOf } from './open-notebook.ts'

/** The `Authorization` header of an enrolled device: one signed request, now. `path` as routePath gives it. */
export async function deviceAuthorization(
  notebook: Notebook,
  method: DeviceProof['method'],
  path: string,
): Promise<{ Authorization: string }> {
  const proof: DeviceProof = { method, path, at: new Date().toISOString(), nonce: crypto.randomUUID() }
  const jws = await signJson('cdj-device+jws', proof, secretsOf(notebook).signingKey, notebook.deviceId)
  return { Authorization: `Device ${jws}` }
}
