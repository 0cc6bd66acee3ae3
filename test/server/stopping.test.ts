import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, it } from 'vitest'
import { aServer } from '../builders/a-server.ts'

it('stops within seconds although a browser keeps a connection open on which it has asked nothing', async () => {
  const server = await aServer()
  const { hostname, port } = new URL(server.origin)
  const silent = connect(Number(port), hostname)
  await once(silent, 'connect')
  const closed = once(silent, 'close')

  const startedAt = performance.now()
  await server.dispose()
  await closed
  expect(performance.now() - startedAt).toBeLessThan(9_000)
})
