import { expect, it } from 'vitest'
import type { Minutes } from '#domain/minutes.ts'
import { attendanceContent } from '#server/minutes/pdf/decision-content.ts'
import { aMinutes } from '../../builders/a-minutes.ts'

/** The attendance as the PDF is told it. */
function told(changes: Partial<Minutes['attendance'][number]>): string {
  const minutes = aMinutes()
  return JSON.stringify(attendanceContent({ ...minutes, attendance: minutes.attendance.map((line) => ({ ...line, ...changes })) }))
}

it('minutes say that a candidate signed their presence, and where, only when a sheet says so', () => {
  expect(told({ presenceSigned: 'drawn' })).toContain('Présent·e, identité vérifiée, a signé"')
  expect(told({ presenceSigned: 'paper' })).toContain('Présent·e, identité vérifiée, a signé sur papier"')
  expect(told({})).not.toContain('a signé')
})
