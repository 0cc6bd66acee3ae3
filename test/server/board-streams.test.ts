import { describe, expect, it } from 'vitest'
import { signIn, type TestClient } from '../builders/a-server.ts'
import { aSessionDay } from '../builders/a-session-day.ts'
import { anAccount } from '../builders/an-account.ts'
import { onBothEngines } from './engines.ts'

/** How long a stream may outlive the right to read it. */
const LIMIT_MS = 6_000

/** A board's stream, opened and past its first bytes. */
async function anOpenStream(client: TestClient, sessionId: string) {
  const answer = await client.get('boardEvents', { sessionId })
  expect(answer.status).toBe(200)
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader()
  await reader.read()
  return reader
}

type Stream = Awaited<ReturnType<typeof anOpenStream>>

/** What comes until the stream ends; throws when it is still open after the limit. */
async function restOf(reader: Stream): Promise<string> {
  let text = ''
  const late = new Promise<never>((_resolve, reject) => setTimeout(() => reject(new Error('the stream is still open')), LIMIT_MS).unref())
  for (;;) {
    const { done, value } = await Promise.race([reader.read(), late])
    if (done) return text
    text += Buffer.from(value).toString('utf8')
  }
}

onBothEngines((newServer) => {
  /** A session, and a reader signed in twice. */
  async function twoSignIns() {
    const { server, coordinator: administrator, sessionId } = await aSessionDay(await newServer())
    const person = await anAccount(server, administrator, 'reader')
    const announce = () => server.running().context.storage.announceChange(sessionId)
    return { server, administrator, sessionId, person, other: await signIn(server, person), announce }
  }

  describe('a board’s stream', () => {
    it('ends when the account is deactivated, and tells nothing more', async () => {
      const { administrator, sessionId, person, announce } = await twoSignIns()
      const stream = await anOpenStream(person.client, sessionId)
      const kept = await anOpenStream(administrator, sessionId)
      await administrator.post('deactivatePerson', {}, { coordinatorId: person.id })
      await announce()
      expect(await restOf(stream)).not.toContain('changed')
      expect(Buffer.from((await kept.read()).value ?? []).toString('utf8')).toContain('event: changed')
      await kept.cancel()
    })

    it('ends when its session is revoked from another, which keeps its own', async () => {
      const { sessionId, person, other, announce } = await twoSignIns()
      const stream = await anOpenStream(person.client, sessionId)
      const kept = await anOpenStream(other, sessionId)
      await other.post('revokeMyOtherSessions', {})
      await restOf(stream)
      await announce()
      expect(Buffer.from((await kept.read()).value ?? []).toString('utf8')).toContain('event: changed')
      await kept.cancel()
    })

    it('ends when its person signs out', async () => {
      const { server, sessionId, person } = await twoSignIns()
      const stream = await anOpenStream(person.client, sessionId)
      await person.client.fetch('/api/auth/sign-out', { method: 'POST', headers: { origin: server.origin } })
      await restOf(stream)
    })
  })
})
