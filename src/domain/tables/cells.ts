import { type Cell, cellText, plainWords } from './table.ts'

/** Days from 1899-12-30, the first day of a spreadsheet's calendar, to 1970-01-01. */
const SERIAL_OF_1970 = 25_569
const DAY_MS = 86_400_000

const MONTHS = ['janv', 'fevr', 'mars', 'avr', 'mai', 'juin', 'juil', 'aout', 'sept', 'oct', 'nov', 'dec']

/**
 * A calendar date (`YYYY-MM-DD`) from `24/11/2026`, `24-11-26`, `2026-11-24`, `24 nov. 2026`, a spreadsheet's date or its number; null
 * otherwise. A year of two digits is of this century for an exam; for a birth nobody can tell, and it is refused.
 */
export function readDate(cell: Cell, of: 'exam' | 'birth' = 'exam'): string | null {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : cell.toISOString().slice(0, 10)
  if (typeof cell === 'number') return serialDate(cell)
  const text = cellText(cell)
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text)
  if (iso) return calendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const french = /^(?:[a-zé]+\.? )?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/i.exec(text)
  if (french)
    return of === 'birth' && french[3]?.length === 2 ? null : calendarDate(fullYear(french[3] ?? ''), Number(french[2]), Number(french[1]))
  const words = /^(?:[a-z]+ )?(\d{1,2})(?:er)? ([a-z]+) (\d{4})$/.exec(plainWords(text))
  if (words) {
    const month = MONTHS.findIndex((start) => (words[2] ?? '').startsWith(start)) + 1
    return calendarDate(Number(words[3]), month, Number(words[1]))
  }
  return /^\d{5}([.,]\d+)?$/.test(text) ? serialDate(Number(text.replace(',', '.'))) : null
}

function fullYear(text: string): number {
  return text.length === 4 ? Number(text) : 2000 + Number(text)
}

/** Only numbers that fall between 1900 and 2200 are dates. */
function serialDate(serial: number): string | null {
  if (!Number.isFinite(serial) || serial < 2 || serial > 109_575) return null
  return new Date((Math.floor(serial) - SERIAL_OF_1970) * DAY_MS).toISOString().slice(0, 10)
}

function calendarDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = year >= 1900 && date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isReal ? date.toISOString().slice(0, 10) : null
}

/** A wall-clock time (`09:30`) from `9:30`, `9h30`, `9 h`, `09:30:00`, a spreadsheet's time or its fraction of a day; null otherwise. */
export function readTime(cell: Cell): string | null {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : timeOfMinutes(Math.round((cell.getTime() % DAY_MS) / 60_000))
  if (typeof cell === 'number') return cell >= 0 && Number.isFinite(cell) ? timeOfMinutes(Math.round((cell % 1) * 1_440)) : null
  const match = /^(\d{1,2})\s*(?:h|:|heures?)\s*(\d{2})?(?::\d{2})?$/i.exec(cellText(cell))
  if (!match) return null
  const hours = Number(match[1])
  const minutes = Number(match[2] ?? 0)
  return hours < 24 && minutes < 60 ? timeOfMinutes(hours * 60 + minutes) : null
}

function timeOfMinutes(total: number): string {
  const minutes = ((total % 1_440) + 1_440) % 1_440
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
}

const YES = ['oui', 'o', 'x', 'vrai', 'true', '1', 'yes']
const NO = ['non', 'n', 'faux', 'false', '0', 'no', '']

/** `oui`, `x`, `vrai`, `1`… or their contraries; an empty cell is no. `alsoYes` and `alsoNo`: what else this column says. */
export function readYesNo(cell: Cell, alsoYes: RegExp, alsoNo: RegExp): boolean | null {
  const word = plainWords(cellText(cell))
  if (YES.includes(word) || alsoYes.test(word)) return true
  return NO.includes(word) || alsoNo.test(word) ? false : null
}

export interface Fraction {
  numerator: number
  denominator: number
}

const THIRD: Fraction = { numerator: 1, denominator: 3 }

/** Extra time: `oui` or `1/3` is a third, `25 %` a quarter; null inside when none is granted, undefined when it cannot be read. */
export function readExtraTime(cell: Cell): Fraction | null | undefined {
  const answer = readYesNo(cell, /^(tiers temps|un tiers)$/, /^aucun$/)
  if (answer !== null) return answer ? THIRD : null
  if (typeof cell === 'number') return percent(cell < 1 ? cell * 100 : cell)
  const text = cellText(cell)
  const fraction = /^(\d)\s*\/\s*(\d)$/.exec(text)
  if (fraction) {
    const [numerator, denominator] = [Number(fraction[1]), Number(fraction[2])]
    return numerator > 0 && numerator < denominator ? { numerator, denominator } : undefined
  }
  const share = /^(\d{1,3}(?:[.,]\d+)?)\s*%$/.exec(text)
  return share ? percent(Number((share[1] ?? '').replace(',', '.'))) : undefined
}

/** 33 % and its like are the third the rules speak of. */
function percent(share: number): Fraction | undefined {
  if (share >= 33 && share <= 34) return THIRD
  return Number.isInteger(share) && share > 0 && share <= 100 ? { numerator: share, denominator: 100 } : undefined
}
