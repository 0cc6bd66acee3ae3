import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary as commonDictionary } from '@zxcvbn-ts/language-common'
import { dictionary as frenchDictionary } from '@zxcvbn-ts/language-fr'

/** 0 to 4, zxcvbn's own: how hard a password is to guess for who knows common passwords, French words and names. */
export type Strength = 0 | 1 | 2 | 3 | 4

const estimator = new ZxcvbnFactory({ dictionary: { ...commonDictionary, ...frenchDictionary }, graphs: adjacencyGraphs })

/** Long texts cost time and are strong anyway. */
const MEASURED_LENGTH = 60

/** Estimates a password; `known` are the person's own name and address, which others guess first. This file brings half a megabyte of words: load it lazily. */
export function passwordStrength(password: string, known: readonly string[]): Strength {
  const words = known.flatMap((text) => text.split(/[^\p{L}\d]+/u)).filter((word) => word.length > 2)
  const unaccented = words.map((word) => word.normalize('NFD').replaceAll(/\p{M}/gu, ''))
  return estimator.check(password.slice(0, MEASURED_LENGTH), [...words, ...unaccented]).score
}
