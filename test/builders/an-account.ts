import type { Role } from '#contract/roles.ts'
import { aVisitor, signIn, type TestClient, type TestServer } from './a-server.ts'

export interface TestAccount {
  id: string
  email: string
  password: string
  client: TestClient
}

let count = 0

/** An account of this role, made as they all are: an administrator invites, the person accepts and signs in. */
export async function anAccount(server: Pick<TestServer, 'origin'>, administrator: TestClient, role: Role): Promise<TestAccount> {
  count += 1
  const credentials = { email: `personne-${count}@example.org`, password: 'une phrase de quatre mots' }
  const token = await anInvitation(administrator, credentials.email, role)
  const accepted = await aVisitor(server).post('acceptInvitation', { token, name: `Personne ${count}`, password: credentials.password })
  if (!accepted.ok) throw new Error(`invitation refused: ${await accepted.text()}`)
  const { id } = (await accepted.json()) as { id: string }
  return { id, ...credentials, client: await signIn(server, credentials) }
}

/** Invites an address, and gives the link's token. */
export async function anInvitation(administrator: TestClient, email: string, role: Role): Promise<string> {
  const answer = await administrator.post('invite', { email, role })
  if (!answer.ok) throw new Error(`invite refused: ${await answer.text()}`)
  const { link } = (await answer.json()) as { link: string }
  return new URL(link).hash.slice(1)
}

/** Posts to one of better-auth's paths, as a page of the server itself would. */
export function postAuth(client: TestClient, origin: string, path: string, body: unknown, cookie?: string): Promise<Response> {
  return client.fetch(`/api/auth${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin, ...(cookie === undefined ? {} : { cookie }) },
    body: JSON.stringify(body),
  })
}
