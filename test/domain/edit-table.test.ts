import { describe, expect, it } from 'vitest'
import type { Preparation } from '#domain/preparation.ts'
import { TABLE_KINDS } from '#domain/tables/columns.ts'
import { linesOf } from '#domain/tables/edit-lines.ts'
import { addLine, changeCells, type EditOutcome, pasteTable } from '#domain/tables/edit-table.ts'
import { removeLines } from '#domain/tables/remove-lines.ts'
import { aPreparation } from '../builders/a-preparation.ts'
import { anEditRequest } from '../builders/an-edit-request.ts'

function changed(outcome: EditOutcome): Preparation {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.complaints))
  return outcome.preparation
}

/** Each complaint as `line column code value`. */
function complaints(outcome: EditOutcome): string[] {
  return outcome.ok ? [] : outcome.complaints.map(({ line, column, code, value }) => [line, column, code, value].join(' '))
}

const pasted = (kind: (typeof TABLE_KINDS)[number], lines: string[], before = aPreparation()) =>
  pasteTable(kind, before, { name: 'Presse-papiers', rows: lines.map((line) => line.split('|')) }, anEditRequest())

describe('the lines of a session', () => {
  it.each(TABLE_KINDS)('give the same %s when they are read again', (kind) => {
    const before = aPreparation()
    const lines = linesOf(kind, before, anEditRequest())
    const outcome = changeCells(
      kind,
      before,
      lines.map(({ id, cells }) => ({ id, cells })),
      anEditRequest(),
    )
    expect(outcome).toEqual({ ok: true, preparation: before, addresses: [], added: 0, changed: lines.length })
  })

  it('say dates, hours and shares as people write them', () => {
    const [oral] = linesOf('orals', aPreparation(), anEditRequest())
    expect(oral?.cells).toEqual({
      number: '0001',
      part: 'B1',
      date: '24/11/2026',
      time: '09:00',
      panel: 'Jury A',
      room: 'Salle 12',
      scenario: '',
    })
    const [candidate] = linesOf('candidates', aPreparation(), anEditRequest())
    expect(candidate?.cells).toMatchObject({ extraTime: '1/3', accommodation: '40 minutes au lieu de 30', blocks: 'B1, B2, B3' })
  })
})

describe('a cell', () => {
  const change = (kind: (typeof TABLE_KINDS)[number], id: string, cells: object, before = aPreparation()) =>
    changeCells(kind, before, [{ id, cells }], anEditRequest())

  it('changes what it says, and nothing else', () => {
    const before = aPreparation()
    const after = changed(change('candidates', 'c2', { lastName: 'Cormier-Roux' }))
    expect(after).toEqual({ ...before, candidates: before.candidates.map((c) => (c.id === 'c2' ? { ...c, lastName: 'Cormier-Roux' } : c)) })
  })

  it('is refused as the import refuses it', () => {
    expect(complaints(change('candidates', 'c2', { number: '0001' }))).toEqual(['1 number duplicateNumber 0001'])
    expect(complaints(change('candidates', 'c2', { lastName: ' ' }))).toEqual(['1 lastName required '])
    expect(complaints(change('candidates', 'c2', { blocks: 'B1, B9' }))).toEqual(['1 blocks unknownBlock B9'])
    expect(complaints(change('candidates', 'c2', { extraTime: 'un peu' }))).toEqual(['1 extraTime badExtraTime un peu'])
    expect(complaints(change('jurors', 'j2', { external: 'peut-être' }))).toEqual(['1 external badYesNo peut-être'])
    expect(complaints(change('jurors', 'j2', { president: 'oui' }))).toEqual(['1 president twoPresidents Jury A'])
    expect(complaints(change('jurors', 'j2', { lastName: 'Guyot', firstName: 'Lise' }))).toEqual(['1 lastName duplicateJuror Lise Guyot'])
    expect(complaints(change('orals', 'o2', { date: 'demain' }))).toEqual(['1 date badDate demain'])
    expect(complaints(change('orals', 'o2', { panel: 'Jury Z' }))).toEqual(['1 panel unknownPanel Jury Z'])
    expect(complaints(change('orals', 'o2', { time: '' }))).toEqual(['1 time incompletePlace time'])
    expect(complaints(change('orals', 'o2', { number: '0001' }))).toEqual(['1 part duplicateOral Inès Bazin'])
  })

  it('does not make a clash of the schedule', () => {
    expect(complaints(change('orals', 'o2', { time: '09:10' }))).toEqual([
      '1 time jurorInTwoPlaces Agnès Dumas',
      '1 time jurorInTwoPlaces Karim Ferrand',
      '1 time jurorInTwoPlaces Lise Guyot',
    ])
    expect(complaints(change('orals', 'o2', { date: '25/11/2026' }))).toEqual(['1 date oralOutsideDates 25/11/2026'])
  })

  it('does not make one with an oral further down either', () => {
    expect(complaints(change('orals', 'o1', { time: '09:50' }))).toEqual([
      '1 time jurorInTwoPlaces Agnès Dumas',
      '1 time jurorInTwoPlaces Karim Ferrand',
      '1 time jurorInTwoPlaces Lise Guyot',
    ])
    expect(complaints(change('orals', 'o1', { time: '11:30' }))).toContain('1 time candidateInTwoPlaces Inès Bazin')
  })

  it('can be written on a line that clashes already', () => {
    const whole = aPreparation()
    const clashing = { ...whole, orals: whole.orals.map((oral) => ({ ...oral, place: whole.orals[0]?.place ?? null })) }
    expect(changed(change('orals', 'o2', { scenario: 'Cas n° 2' }, clashing)).orals[1]?.scenario).toBe('Cas n° 2')
  })

  it('that adds a block adds the oral to place, the final interview with the last block; one given up goes', () => {
    const more = changed(change('candidates', 'c2', { blocks: 'tous' }))
    expect(more.orals.slice(3).map(({ candidateId, gridId, place }) => ({ candidateId, gridId, place }))).toEqual([
      { candidateId: 'c2', gridId: 'cdcm-b3', place: null },
      { candidateId: 'c2', gridId: 'cdcm-final', place: null },
    ])
    const less = changed(change('candidates', 'c2', { blocks: 'B2' }))
    expect(less.orals.map(({ id }) => id)).toEqual(['o1', 'o3'])
  })

  it('that says the last block was acquired before adds the final interview', () => {
    const after = changed(change('candidates', 'c2', { acquiredBefore: 'B3' }))
    expect(after.candidates[1]).toMatchObject({ blocks: ['B1', 'B2'], acquiredBefore: ['B3'] })
    expect(after.orals.slice(3)).toMatchObject([{ candidateId: 'c2', gridId: 'cdcm-final', place: null }])
    expect(changed(change('candidates', 'c2', { lastName: 'Roux' }, after)).candidates[1]?.acquiredBefore).toEqual(['B3'])
  })

  it('moves a juror to another panel, made when nobody sits there yet', () => {
    const { panels } = changed(change('jurors', 'j1', { panel: 'B' }))
    expect(panels).toEqual([
      { id: 'p1', name: 'Jury A', room: 'Salle 12', jurorIds: ['j2', 'j3'], presidentId: null },
      { id: 'new-1', name: 'Jury B', room: 'Salle à préciser', jurorIds: ['j1'], presidentId: 'j1' },
    ])
  })

  it('keeps a support with its oral, and leaves it when the oral becomes another’s', () => {
    const whole = aPreparation()
    const before = { ...whole, orals: whole.orals.map((oral) => (oral.id === 'o3' ? { ...oral, supportId: 's1' } : oral)) }
    expect(changed(change('orals', 'o3', { time: '12:00' }, before)).orals[2]?.supportId).toBe('s1')
    expect(changed(change('orals', 'o3', { number: '0002' }, before)).orals[2]?.supportId).toBeNull()
  })
})

describe('several cells at once', () => {
  it('are all written, or none', () => {
    const before = aPreparation()
    const set = (value: string) =>
      changeCells(
        'candidates',
        before,
        before.candidates.map(({ id }) => ({ id, cells: { extraTime: value } })),
        anEditRequest(),
      )
    expect(changed(set('25 %')).candidates.map(({ accommodations }) => accommodations[0]?.extraTime)).toEqual([
      { numerator: 25, denominator: 100 },
      { numerator: 25, denominator: 100 },
    ])
    expect(complaints(set('beaucoup'))).toEqual(['1 extraTime badExtraTime beaucoup', '2 extraTime badExtraTime beaucoup'])
  })
})

describe('pasted lines', () => {
  it('with titles are followed in any order, change who is known and add the others with their orals', () => {
    const { outcome, leftAside } = pasted('candidates', [
      'Prénom|Date de naissance|N° candidat|Nom',
      'Yann|03/05/1998|0002|Cormier-Roux',
      'Lise|04/05/1998|0003|Hamon',
    ])
    expect(outcome).toMatchObject({ ok: true, added: 1, changed: 1 })
    expect(leftAside).toEqual(['Date de naissance'])
    const after = changed(outcome)
    expect(after.candidates.slice(1)).toEqual([
      { id: 'c2', number: '0002', lastName: 'Cormier-Roux', firstName: 'Yann', blocks: ['B1', 'B2'], accommodations: [] },
      { id: 'new-1', number: '0003', lastName: 'Hamon', firstName: 'Lise', blocks: ['B1', 'B2', 'B3'], accommodations: [] },
    ])
    expect(after.orals.filter(({ candidateId }) => candidateId === 'new-1').map(({ gridId }) => gridId)).toEqual([
      'cdcm-b1',
      'cdcm-b2',
      'cdcm-b3',
      'cdcm-final',
    ])
  })

  it('without titles follow the columns of the screen, and complaints count from their own first line', () => {
    expect(pasted('candidates', ['0003|Hamon|Lise|B1||1/3|']).outcome).toMatchObject({ ok: true, added: 1 })
    expect(complaints(pasted('candidates', ['0003|Hamon|Lise|B1||1/3|', '0004||Hugo|B7|||']).outcome)).toEqual([
      '2 lastName required ',
      '2 blocks unknownBlock B7',
    ])
  })

  it('of who acquired a block before take the others', () => {
    const after = changed(pasted('candidates', ['N°|Nom|Prénom|Blocs acquis', '0003|Hamon|Lise|B1']).outcome)
    expect(after.candidates.at(-1)).toMatchObject({ blocks: ['B2', 'B3'], acquiredBefore: ['B1'] })
    expect(after.orals.slice(3).map(({ gridId }) => gridId)).toEqual(['cdcm-b2', 'cdcm-b3', 'cdcm-final'])
  })

  it('enter whole or not at all, each complaint at its line and column as pasted', () => {
    const { outcome } = pasted('orals', [
      'Candidat|Épreuve|Date|Heure|Jury',
      '0002|B2|24/11/2026|14:00|A',
      '0009|B1|||',
      '0001|B2|24/11/2026|25:00|A',
      '0002|B2|24/11/2026|16:00|A',
    ])
    expect(complaints(outcome)).toEqual(['3 Candidat unknownNumber 0009', '4 Heure badTime 25:00', '5 Épreuve duplicateOral Yann Cormier'])
  })

  it('of titles that lack one say so', () => {
    expect(complaints(pasted('jurors', ['Nom|Fonction', 'Hamon|Cheffe des ventes']).outcome)).toEqual(['  missingColumn '])
    expect(complaints(pasted('jurors', ['Nom|Prénom']).outcome)).toEqual(['  emptyTable '])
  })

  it('seat new jurors, and refuse a second president', () => {
    const { panels, jurors } = changed(pasted('jurors', ['Nom|Prénom|Jury|Externe', 'Hamon|Noé|A, B|non']).outcome)
    expect(jurors.at(-1)).toEqual({ id: 'new-1', lastName: 'Hamon', firstName: 'Noé', quality: 'Membre du jury', external: false })
    expect(panels.map(({ name, jurorIds }) => [name, jurorIds])).toEqual([
      ['Jury A', ['j1', 'j2', 'j3', 'new-1']],
      ['Jury B', ['new-1']],
    ])
    expect(complaints(pasted('jurors', ['Nom|Prénom|Jury|Président', 'Hamon|Noé|A|oui']).outcome)).toEqual([
      '2 Président twoPresidents Jury A',
    ])
  })
})

describe('pasted addresses', () => {
  const given = (outcome: EditOutcome) => (outcome.ok ? outcome.addresses : outcome.complaints)

  it('are of the juror the line names, known or new; an empty cell gives none, and the session has none', () => {
    const { outcome, leftAside } = pasted('jurors', [
      'Courriel|Nom|Prénom|Jury',
      'dumas@example.org|Dumas|Agnès|A',
      '|Ferrand|Karim|A',
      ' noe.hamon@example.org |Hamon|Noé|A',
      '|Hamon|Noé|B',
    ])
    expect(given(outcome)).toEqual([
      { jurorId: 'j1', email: 'dumas@example.org' },
      { jurorId: 'new-1', email: 'noe.hamon@example.org' },
    ])
    expect(leftAside).toEqual([])
    const after = changed(outcome)
    expect(after.jurors.map(({ id }) => id)).toEqual(['j1', 'j2', 'j3', 'new-1'])
    expect(JSON.stringify(after)).not.toContain('example.org')
  })

  it('alone change nothing else of who is known', () => {
    const { outcome } = pasted('jurors', ['Nom|Prénom|E-mail', 'DUMAS|agnes|dumas@example.org'])
    expect(given(outcome)).toEqual([{ jurorId: 'j1', email: 'dumas@example.org' }])
    const { jurors, panels } = changed(outcome)
    expect(panels).toEqual(aPreparation().panels)
    expect(jurors.slice(1)).toEqual(aPreparation().jurors.slice(1))
  })

  it('are all refused when one is wrong, each at its cell', () => {
    const lines = ['Nom|Prénom|E-mail', 'Dumas|Agnès|dumas@example', 'Ferrand|Karim|karim@example.org', 'Guyot|Lise|lise@a.org, lise@b.org']
    expect(complaints(pasted('jurors', lines).outcome)).toEqual([
      '2 E-mail badEmail dumas@example',
      '4 E-mail badEmail lise@a.org, lise@b.org',
    ])
  })

  it('are no column of other lines, nor of lines without titles', () => {
    expect(pasted('candidates', ['N°|Nom|Prénom|E-mail', '0002|Cormier|Yann|yann@example.org']).leftAside).toEqual(['E-mail'])
    expect(given(pasted('jurors', ['Hamon|Noé|Cheffe|non|A||noe@example.org']).outcome)).toEqual([])
  })
})

it('a line is added from its cells', () => {
  const outcome = addLine('jurors', aPreparation(), { lastName: 'Hamon', firstName: 'Noé', panel: 'A', external: 'oui' }, anEditRequest())
  expect(changed(outcome).panels[0]?.jurorIds).toEqual(['j1', 'j2', 'j3', 'new-1'])
  expect(complaints(addLine('candidates', aPreparation(), { number: '7', lastName: 'Hamon', blocks: 'B1' }, anEditRequest()))).toEqual([
    '1 firstName required ',
  ])
})

describe('removed lines', () => {
  it('take what only they had with them', () => {
    const whole = aPreparation()
    const recusal = { jurorId: 'j1', candidateId: 'c1', panelId: 'p1', day: '2026-11-24', reason: 'Ancienne collègue' }
    const before: Preparation = { ...whole, interests: [{ jurorId: 'j1', candidateId: 'c1', note: '' }], recusals: [recusal] }
    const candidates = removeLines('candidates', before, new Set(['c1']))
    expect(candidates).toMatchObject({ interests: [], recusals: [], candidates: [{ id: 'c2' }], orals: [{ id: 'o2' }] })
    const jurors = removeLines('jurors', before, new Set(['j1']))
    expect(jurors).toMatchObject({ interests: [], recusals: [], panels: [{ jurorIds: ['j2', 'j3'], presidentId: null }] })
    expect(removeLines('orals', before, new Set(['o1', 'o3'])).orals.map(({ id }) => id)).toEqual(['o2'])
  })
})
