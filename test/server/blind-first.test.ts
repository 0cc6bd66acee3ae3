import { expect, it } from 'vitest'
import { packageResponseSchema } from '#contract/enrolment.ts'
import { type RouteId, routePath, routes } from '#contract/routes.ts'
import { openPackage } from '#seal/session-package.ts'
import { aVisitor } from '../builders/a-server.ts'
import { aSessionDay } from '../builders/a-session-day.ts'
import { aSealedSheet, aSheet, aWholeOral } from '../builders/a-sheet.ts'
import { anyParams } from '../builders/any-params.ts'
import { onBothEngines } from './engines.ts'

const WORDS = 'Un oral vif, aux chiffres bien choisis.'

onBothEngines((newServer) => {
  it('gives the president’s tablet nothing of a fellow juror’s sheet, whatever it asks', async () => {
    const { server, coordinator, sessionId, device: enrol } = await aSessionDay(await newServer())
    const president = await enrol('j1')
    const fellow = await enrol('j2')
    const grid = fellow.package.grids.find((one) => one.grid.id === 'cdcm-b1')?.grid
    if (!grid) throw new Error('no grid')
    const sheet = aSheet(fellow, 'o1', { bodies: [...aWholeOral(grid).slice(0, -1), { kind: 'appreciation', text: WORDS }] })
    const { signed, envelope } = await aSealedSheet(fellow, sheet)
    const visitor = aVisitor(server)
    const delivered = await visitor.post('deliver', { envelopes: [envelope.jwe] })
    expect(await delivered.text()).toContain('"stored"')

    // What the desk, for its part, reads.
    expect(await (await coordinator.get('sheet', { hash: signed.hash })).text()).toContain(WORDS)

    const real = {
      sessionId,
      hash: signed.hash,
      oralId: 'o1',
      candidateId: 'c1',
      jurorId: 'j2',
      deviceId: fellow.signing.keyId,
      panelId: 'p1',
    }
    for (const id of Object.keys(routes) as RouteId[]) {
      const { access, method } = routes[id]
      const names = Object.entries(anyParams(id))
      const params = Object.fromEntries(names.map(([name, any]) => [name, real[name as keyof typeof real] ?? any]))
      const headers = { authorization: await president.authorization(method, routePath(id, params)) }
      const answer = await (method === 'GET' ? visitor.get(id, params, headers) : visitor.post(id, '{}', params, headers))
      if (access === 'coordinator') expect(answer.status, id).toBe(401)
      expect(await answer.text(), id).not.toContain(WORDS)
    }

    // The sealed sheet itself, taken from the network and delivered again: a receipt, and no more.
    const again = await visitor.post('deliver', { envelopes: [envelope.jwe] })
    expect(await again.text()).not.toContain(WORDS)

    const headers = { authorization: await president.authorization('GET', routePath('devicePackage')) }
    const { sealedPackage } = packageResponseSchema.parse(await (await visitor.get('devicePackage', {}, headers)).json())
    const { serverKeys } = president.package
    const opened = await openPackage(
      sealedPackage,
      president.sealing.privateKey,
      serverKeys.signing,
      server.running().context.secrets.signing.keyId,
    )
    expect(JSON.stringify(opened)).not.toContain(WORDS)
    expect(JSON.stringify(opened)).toContain('Inès')
  })
})
