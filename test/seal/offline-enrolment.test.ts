import { expect, it } from 'vitest'
import { newOfflineCode, readOfflineCode, readOfflineFile } from '#seal/offline-enrolment.ts'

it('a code is read however it was typed', () => {
  expect(readOfflineCode('k7qd 3wxz-9m2t a4hc')).toBe('K7QD3WXZ9M2TA4HC')
  expect(readOfflineCode('O0OO-IiLl-1111-2222')).toBe('0000111111112222')
  expect(readOfflineCode('K7QD-3WXZ-9M2T')).toBeNull()
  expect(readOfflineCode('K7QD-3WXZ-9M2T-A4HU')).toBeNull()
})

it('a new code is 16 signs in four groups, and never the same', () => {
  const codes = Array.from({ length: 50 }, newOfflineCode)
  for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
  expect(new Set(codes).size).toBe(50)
})

it.each([
  ['no JSON', 'bonjour', 'malformed'],
  ['another file', '{"format":"carnet-de-jury/pli","formatVersion":1}', 'malformed'],
  ['a newer server’s', '{"format":"carnet-de-jury/offline-enrolment","formatVersion":2,"jwe":"x"}', 'unknownVersion'],
])('says what is wrong with %s', (_name, text, code) => {
  expect(() => readOfflineFile(text)).toThrow(expect.objectContaining({ code }))
})
