import { describe, expect, it } from 'vitest'
import { readPaper } from '#app/room/paper/read-paper.ts'
import { formatPaperCode } from '#seal/paper-code.ts'
import { aDayOral } from '#test/builders/a-day-oral.ts'
import { anOpenNotebook } from '#test/builders/an-open-notebook.ts'

const { oral, grid, gridHash } = aDayOral()
const empty = anOpenNotebook()
const notebook = anOpenNotebook({
  package: { ...empty.package, session: { ...empty.package.session, orals: [oral] }, grids: [{ hash: gridHash, grid }] },
})
const PAPER = {
  sessionId: empty.package.session.id,
  oralId: oral.id,
  jurorId: empty.juror.id,
  grid: { id: grid.id, version: grid.version, hash: gridHash },
}

describe('the code of a printed sheet', () => {
  it('opens the oral it is about, in its own juror’s notebook', async () => {
    expect(await readPaper(notebook, await formatPaperCode(PAPER))).toEqual({
      ok: true,
      oralId: oral.id,
      paperHash: expect.stringMatching(/^[\w-]{43}$/),
    })
  })

  it.each([
    [{ sessionId: 'autre' }, { code: 'otherSession' }],
    [{ jurorId: 'autre' }, { code: 'otherJuror' }],
    [{ oralId: 'autre' }, { code: 'unknownOral' }],
    [{ grid: { ...PAPER.grid, version: '0.9', hash: 'X'.repeat(43) } }, { code: 'otherGrid', printed: '0.9', here: grid.version }],
  ])('is refused, and says why, when it is of another session, juror, oral or grid: %o', async (change, failure) => {
    expect(await readPaper(notebook, await formatPaperCode({ ...PAPER, ...change }))).toEqual({ ok: false, failure })
  })

  it('is refused when it is damaged', async () => {
    const code = await formatPaperCode(PAPER)
    expect(await readPaper(notebook, code.slice(0, -3))).toEqual({ ok: false, failure: { code: 'garbled' } })
  })
})
