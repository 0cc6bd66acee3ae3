import { describe, expect, it } from 'vitest'
import { importedSession } from '#domain/import-file.ts'
import { preparationOf } from '#domain/preparation.ts'
import { matchSupport, withSupports } from '#domain/support-match.ts'
import { GRIDS } from '../builders/a-table-file.ts'
import { anImportFile } from '../builders/an-import-file.ts'

const candidate = (id: string, number: string, lastName: string, firstName: string) => ({
  id,
  number,
  lastName,
  firstName,
  accommodations: [],
  blocks: ['B1'],
})
const CANDIDATES = [
  candidate('c1', '0001', 'Bazin', 'Inès'),
  candidate('c2', '2', 'Le Gall', 'Yann'),
  candidate('c3', '0003', 'Bazin', 'Noé'),
]

describe('a support’s file name', () => {
  it.each([
    ['0001_B1.pdf', 'c1', 'cdcm-b1'],
    ['Bloc 2 - LE GALL Yann.PDF', 'c2', 'cdcm-b2'],
    ['bloc 2 yann le gall (version finale).pdf', 'c2', 'cdcm-b2'],
    ['plan-marketing_bazin_noe_b3.pdf', 'c3', 'cdcm-b3'],
    ['legall.pdf', null, null],
    ['Le Gall - entretien final.pdf', 'c2', 'cdcm-final'],
    ['Bazin - B1.pdf', null, 'cdcm-b1'],
    ['B1.pdf', null, 'cdcm-b1'],
    ['0003.pdf', 'c3', null],
    ['2 bloc 1.pdf', 'c2', 'cdcm-b1'],
  ])('%s', (name, candidateId, gridId) => {
    expect(matchSupport(name, CANDIDATES, GRIDS)).toEqual({ candidateId, gridId })
  })
})

describe('a session’s supports', () => {
  const session = preparationOf(importedSession(anImportFile(), 'unused'), null)
  const support = (id: string, candidateId: string, gridId: string) => ({
    id,
    candidateId,
    gridId,
    fileName: `${id}.pdf`,
    sha256: 'A'.repeat(43),
    bytes: 1,
    pages: 30,
    annexStartPage: null,
    receivedOn: '2026-11-01',
  })

  it('are bound to their candidate’s oral of that part; the latest takes the place of the one before', () => {
    const exceptions = [{ supportId: 's1', kind: 'pages' as const, reason: 'Accord de la responsable' }]
    const after = withSupports({ ...session, exceptions }, [
      support('s1', 'c1', 'cdcm-b1'),
      support('s2', 'c1', 'cdcm-b1'),
      support('s3', 'c2', 'cdcm-b1'),
    ])
    expect(after.supports.map(({ id }) => id)).toEqual(['s2', 's3'])
    expect(after.orals.map(({ id, supportId }) => [id, supportId])).toEqual([
      ['o1', 's2'],
      ['o2', 's3'],
      ['o3', null],
    ])
    expect(after.exceptions).toEqual([])
  })
})
