import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from '@simplewebauthn/browser'
import { z } from 'zod'
import { getAuth, postAuth } from '../account.ts'
import type { Failure } from '../api.ts'

/** What using a passkey ended in. `cancelled`: the person or the time closed it; `unavailable`: not in this browser, or at this address. */
export type PasskeyOutcome = { outcome: 'ok' } | { outcome: 'cancelled' } | { outcome: 'already' } | { outcome: 'unavailable' } | Failure

/** WebAuthn's options as JSON (W3C WebAuthn level 3, §5.1); the browser itself checks the rest. */
const optionsSchema = z.looseObject({ challenge: z.string() })

/** Makes a passkey on this device for the signed-in account. */
export async function addPasskey(name: string): Promise<PasskeyOutcome> {
  if (!browserSupportsWebAuthn()) return { outcome: 'unavailable' }
  const asked = await getAuth('/passkey/generate-register-options')
  if (asked.outcome !== 'ok') return asked
  const options = optionsSchema.safeParse(asked.value.json)
  if (!options.success) return { outcome: 'unreadable', status: asked.value.status }
  const made = await withBrowser(() =>
    startRegistration({ optionsJSON: options.data as unknown as PublicKeyCredentialCreationOptionsJSON }),
  )
  if ('outcome' in made) return made
  const kept = await postAuth('/passkey/verify-registration', { response: made.response, name })
  return kept.outcome === 'ok' ? { outcome: 'ok' } : kept
}

/** Signs in with a passkey this device holds. */
export async function signInWithPasskey(): Promise<PasskeyOutcome> {
  if (!browserSupportsWebAuthn()) return { outcome: 'unavailable' }
  const asked = await getAuth('/passkey/generate-authenticate-options')
  if (asked.outcome !== 'ok') return asked
  const options = optionsSchema.safeParse(asked.value.json)
  if (!options.success) return { outcome: 'unreadable', status: asked.value.status }
  const proved = await withBrowser(() => startAuthentication({ optionsJSON: options.data }))
  if ('outcome' in proved) return proved
  const entered = await postAuth('/passkey/verify-authentication', { response: proved.response })
  return entered.outcome === 'ok' ? { outcome: 'ok' } : entered
}

/** The account no longer accepts a passkey. */
export async function removePasskey(id: string): Promise<PasskeyOutcome> {
  const removed = await postAuth('/passkey/delete-passkey', { id })
  return removed.outcome === 'ok' ? { outcome: 'ok' } : removed
}

type BrowserOutcome<Value> = { response: Value } | { outcome: 'cancelled' | 'already' | 'unavailable' }

/** Runs the browser's own dialog. What a person or a browser may say no to is told as data; anything else is thrown. */
async function withBrowser<Value>(dialog: () => Promise<Value>): Promise<BrowserOutcome<Value>> {
  try {
    return { response: await dialog() }
  } catch (cause) {
    if (cause instanceof WebAuthnError) {
      if (cause.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') return { outcome: 'already' }
      if (cause.code === 'ERROR_CEREMONY_ABORTED') return { outcome: 'cancelled' }
    }
    if (cause instanceof Error && (cause.name === 'NotAllowedError' || cause.name === 'AbortError')) return { outcome: 'cancelled' }
    if (
      cause instanceof Error &&
      (cause.name === 'SecurityError' || cause.name === 'NotSupportedError' || cause.name === 'ConstraintError')
    )
      return { outcome: 'unavailable' }
    throw cause
  }
}
