import { describe, expect, it } from 'vitest'
import { EVERYONE, type Role } from '#contract/roles.ts'
import { type Access, mayCall, type RouteId, routes } from '#contract/routes.ts'
import { aCoordinator, aVisitor, type TestClient, type TestServer } from '../builders/a-server.ts'
import { anAccount } from '../builders/an-account.ts'
import { anyParams } from '../builders/any-params.ts'
import { expectProblem } from '../builders/expect-problem.ts'
import { onBothEngines } from './engines.ts'

const IDS = Object.keys(routes) as RouteId[]
const accessOf = (id: RouteId): Access => routes[id]
const DESK = IDS.filter((id) => accessOf(id).access === 'coordinator')
const CELLS = EVERYONE.flatMap((role) => DESK.map((id) => ({ role, id, verdict: mayCall(role, id) ? 'may' : 'may not' })))

function call(client: TestClient, id: RouteId): Promise<Response> {
  return routes[id].method === 'GET' ? client.get(id, anyParams(id)) : client.post(id, '{}', anyParams(id))
}

/** Accounts are made once for the whole table; its calls name things that do not exist. */
interface Cast {
  server: TestServer
  clients: Record<Role, TestClient>
}

it.each(DESK)('%s names roles, the administrator among them', (id) => {
  const access = accessOf(id)
  expect(access.access === 'coordinator' && access.roles).toContain('administrator')
})

onBothEngines((newServer) => {
  let cast: Promise<Cast> | null = null
  async function makeCast(): Promise<Cast> {
    const server = await newServer()
    const administrator = await aCoordinator(server)
    const client = async (role: Role) => (await anAccount(server, administrator, role)).client
    return {
      server,
      clients: {
        administrator,
        manager: await client('manager'),
        coordinator: await client('coordinator'),
        reader: await client('reader'),
      },
    }
  }
  const theCast = () => {
    cast ??= makeCast()
    return cast
  }

  describe('the access table', () => {
    it.each(CELLS)('$role $verdict call $id', async ({ role, id, verdict }) => {
      const { clients } = await theCast()
      const answer = await call(clients[role], id)
      if (verdict === 'may not') {
        await expectProblem(answer, 403, 'not-allowed')
      } else {
        expect([401, 403]).not.toContain(answer.status)
        expect(answer.status).toBeLessThan(500)
        await answer.body?.cancel()
      }
    })

    it.each(DESK)('nobody calls %s without an account', async (id) => {
      const { server } = await theCast()
      await expectProblem(await call(aVisitor(server), id), 401, 'not-signed-in')
    })

    it.each(IDS.filter((id) => accessOf(id).access === 'device'))('no account calls %s in a device’s place', async (id) => {
      const { clients } = await theCast()
      await expectProblem(await call(clients.administrator, id), 401, 'device-proof-wrong')
    })
  })
})
