import { describe, expect, it } from 'vitest'
import type { Panel } from '#domain/exam-session.ts'
import { oralJurors, panelAt, panelThrough } from '#domain/panel-seats.ts'

const at = (hour: string) => `2026-11-24T${hour}:00+01:00`

function aPanel(substitutions?: Panel['substitutions']): Panel {
  return {
    id: 'p1',
    name: 'Jury A',
    room: 'Salle 1',
    jurorIds: ['j1', 'j2', 'j3', 'j4'],
    presidentId: 'j1',
    ...(substitutions ? { substitutions } : {}),
  }
}

describe('who sits in a panel', () => {
  it('is everybody as long as nothing is said', () => {
    expect(panelAt(aPanel(), at('09:00'))).toEqual(aPanel())
    expect(panelThrough(aPanel(), [])).toEqual(aPanel())
  })

  it('leaves out who arrives later, and who was replaced before', () => {
    const panel = aPanel([
      { jurorId: 'j4', replaces: 'j2', from: at('10:00') },
      { jurorId: 'j3', replaces: null, from: at('11:00') },
    ])
    expect(panelAt(panel, at('09:59')).jurorIds).toEqual(['j1', 'j2'])
    expect(panelAt(panel, at('10:00')).jurorIds).toEqual(['j1', 'j4'])
    expect(panelAt(panel, '2026-11-24T10:00:00Z').jurorIds).toEqual(['j1', 'j3', 'j4'])
  })

  it('takes back who was replaced and returns', () => {
    const panel = aPanel([
      { jurorId: 'j1', replaces: 'j4', from: at('14:00') },
      { jurorId: 'j4', replaces: 'j1', from: at('10:00') },
    ])
    const members = ['09:00', '11:00', '15:00'].map((hour) => panelAt(panel, at(hour)))
    expect(members.map(({ jurorIds }) => jurorIds)).toEqual([
      ['j1', 'j2', 'j3'],
      ['j2', 'j3', 'j4'],
      ['j1', 'j2', 'j3'],
    ])
    expect(members.map(({ presidentId }) => presidentId)).toEqual(['j1', 'j4', 'j1'])
  })

  it('through a day, is everybody who sat at an oral of it; who presides is who presided at the last', () => {
    const panel = aPanel([{ jurorId: 'j4', replaces: 'j1', from: at('10:00') }])
    const oral = (hour: string) => ({ startsAt: at(hour) })
    expect(panelThrough(panel, [oral('11:00'), oral('09:00')])).toMatchObject({ jurorIds: ['j1', 'j2', 'j3', 'j4'], presidentId: 'j4' })
    expect(panelThrough(panel, [oral('11:00')]).jurorIds).toEqual(['j2', 'j3', 'j4'])
  })

  it('is nobody whom the preparation took out of the panel since', () => {
    const panel = { ...aPanel([{ jurorId: 'j9', replaces: 'j2', from: at('10:00') }]) }
    expect(panelAt(panel, at('11:00')).jurorIds).toEqual(['j1', 'j3', 'j4'])
  })
})

describe('the sheets the desk shows for an oral', () => {
  it('are those of who sits, and of who signed without sitting', () => {
    const panel = aPanel([{ jurorId: 'j4', replaces: 'j2', from: at('10:00') }])
    expect(oralJurors(panel, { startsAt: at('10:00') }, [])).toEqual(['j1', 'j3', 'j4'])
    expect(oralJurors(panel, { startsAt: at('10:00') }, ['j2'])).toEqual(['j1', 'j2', 'j3', 'j4'])
  })
})
