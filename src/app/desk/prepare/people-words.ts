import type { Preparation } from '#domain/preparation.ts'

export interface NamedPerson {
  firstName: string
  lastName: string
}

/** `Inès Bazin`. */
export function fullName({ firstName, lastName }: NamedPerson): string {
  return `${firstName} ${lastName}`
}

/** Names by id of a session's people and panels, for sentences; an id nobody has names itself. */
export function namer({ candidates, jurors, panels }: Pick<Preparation, 'candidates' | 'jurors' | 'panels'>): (id: string) => string {
  const names = new Map<string, string>([
    ...[...candidates, ...jurors].map((person) => [person.id, fullName(person)] as const),
    ...panels.map(({ id, name }) => [id, name] as const),
  ])
  return (id) => names.get(id) ?? id
}
