import type { Juror } from '#domain/exam-session.ts'

/** A person as lists name them: `Camille Roussel`. */
export function personName({ firstName, lastName }: Pick<Juror, 'firstName' | 'lastName'>): string {
  return `${firstName} ${lastName}`
}
