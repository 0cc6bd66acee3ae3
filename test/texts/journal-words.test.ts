import '#texts/office.ts'
import { describe, expect, it } from 'vitest'
import { JOURNAL_ACTS } from '#domain/journal.ts'
import { desk } from '#texts/fr/desk.ts'
import { actorWords, actWords, subjectFields, subjectWords } from '#texts/journal-words.ts'

const NOBODY = { people: [], sessions: [], devices: [] }

describe('the words of the journal', () => {
  it.each(JOURNAL_ACTS)('say %s', (act) => {
    expect(actWords(act)).not.toBe(act)
  })

  it('say no act that nothing writes', () => {
    expect(Object.keys(desk.journal.act).sort()).toEqual([...JOURNAL_ACTS].sort())
  })

  it('leave an act, a field or an author of a newer server as they are', () => {
    expect(actWords('teleported')).toBe('teleported')
    expect(subjectWords({ planet: 'Mars' }, 'planet', NOBODY)).toBe('planet Mars')
    expect(actorWords('robot:7', NOBODY)).toBe('robot:7')
  })

  it('name a juror by their session, as long as it is known, and say « session » once', () => {
    const jurors = [{ id: 'jure-6', name: 'Lina Morel' }]
    const sessions = [
      { id: 's1', title: 'Session de juin', jurors },
      { id: 's2', title: 'Rattrapage', jurors: [{ id: 'jure-6', name: 'Yves Gallois' }] },
    ]
    const said = (sessionId: string) => {
      const subject = { sessionId, jurorId: 'jure-6' }
      return Object.keys(subject).map((field) => subjectWords(subject, field, { people: [], sessions, devices: [] }))
    }
    expect(said('s1')).toEqual(['Session de juin', 'juré·e Lina Morel'])
    expect(said('s2')).toEqual(['session Rattrapage', 'juré·e Yves Gallois'])
    expect(said('s3')).toEqual(['session s3', 'juré·e jure-6'])
    expect(subjectWords({ jurorId: 'jure-6' }, 'jurorId', { people: [], sessions, devices: [] })).toBe('juré·e jure-6')
  })

  it('say nothing of what was empty', () => {
    expect(subjectFields({ minutesHash: 'M', amends: null, count: 0 })).toEqual(['minutesHash', 'count'])
  })

  it('name people and sessions, and shorten what has no name', () => {
    const names = {
      people: [{ id: 'u1', name: 'Noé Ferrand' }],
      sessions: [{ id: 's1', title: 'Promotion de juin', jurors: [] }],
      devices: [{ id: 'd1', name: 'Agnès Dumas' }],
    }
    expect(subjectWords({ coordinatorId: 'u1' }, 'coordinatorId', names)).toBe('compte Noé Ferrand')
    expect(subjectWords({ sessionId: 's1' }, 'sessionId', names)).toBe('session Promotion de juin')
    expect(subjectWords({ role: 'reader' }, 'role', names)).toBe('rôle : Lecteur·rice')
    expect(actorWords('coordinator:u1', names)).toBe('Noé Ferrand')
    expect(actorWords(`device:${'A'.repeat(43)}`, names)).toBe('Appareil AAAAAAAAAA…')
    expect(actorWords(`device:${'A'.repeat(43)}`, names, false)).toBe(`Appareil ${'A'.repeat(43)}`)
    expect(actorWords('device:d1', names)).toBe('Appareil de Agnès Dumas')
    expect(actorWords('device:d1', names, false)).toBe('Appareil de Agnès Dumas (d1)')
    expect(actorWords('device:', names)).toBe('Appareils')
    expect(actorWords('server', names)).toBe('Serveur')
    expect(actorWords('server:command', names)).toBe('Commande sur la machine du serveur')
  })
})
