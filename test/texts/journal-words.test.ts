import '#texts/office.ts'
import { describe, expect, it } from 'vitest'
import { JOURNAL_ACTS } from '#domain/journal.ts'
import { desk } from '#texts/fr/desk.ts'
import { actorWords, actWords, subjectWords } from '#texts/journal-words.ts'

const NOBODY = { people: [], sessions: [] }

describe('the words of the journal', () => {
  it.each(JOURNAL_ACTS)('say %s', (act) => {
    expect(actWords(act)).not.toBe(act)
  })

  it('say no act that nothing writes', () => {
    expect(Object.keys(desk.journal.act).sort()).toEqual([...JOURNAL_ACTS].sort())
  })

  it('leave an act, a field or an author of a newer server as they are', () => {
    expect(actWords('teleported')).toBe('teleported')
    expect(subjectWords('planet', 'Mars', NOBODY)).toBe('planet Mars')
    expect(actorWords('robot:7', NOBODY)).toBe('robot:7')
  })

  it('name people and sessions, and shorten what has no name', () => {
    const names = { people: [{ id: 'u1', name: 'Noé Ferrand' }], sessions: [{ id: 's1', title: 'Session de juin' }] }
    expect(subjectWords('coordinatorId', 'u1', names)).toBe('compte Noé Ferrand')
    expect(subjectWords('sessionId', 's1', names)).toBe('session Session de juin')
    expect(subjectWords('role', 'reader', names)).toBe('rôle : Lecteur·rice')
    expect(actorWords('coordinator:u1', names)).toBe('Noé Ferrand')
    expect(actorWords(`device:${'A'.repeat(43)}`, names)).toBe('Appareil AAAAAAAAAA…')
    expect(actorWords(`device:${'A'.repeat(43)}`, names, false)).toBe(`Appareil ${'A'.repeat(43)}`)
    expect(actorWords('device:', names)).toBe('Appareils')
  })
})
