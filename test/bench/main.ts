import { writeFile } from 'node:fs/promises'
import { answer } from './answer.ts'
import type { Bench, Measure } from './bench.ts'
import { deliver } from './deliver.ts'
import { fountain } from './fountain.ts'
import { hidden } from './hidden.ts'
import { record } from './record.ts'

const benches: Record<string, Bench> = { record, answer, deliver, fountain, hidden }
/** Takes twenty minutes: only when it is named. */
const WHEN_NAMED = new Set(['hidden'])

/** Runs the named benches, or all; prints a table, and writes the measures to `jsonFile`. Throws a RangeError naming the benches there are. */
export async function main(names: readonly string[], jsonFile: string | null): Promise<void> {
  const unknown = names.filter((name) => !Object.hasOwn(benches, name))
  if (unknown.length > 0) throw new RangeError(`no bench ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}`)
  const measures: Measure[] = []
  for (const [name, bench] of Object.entries(benches)) {
    if (names.length > 0 ? !names.includes(name) : WHEN_NAMED.has(name)) continue
    console.log(`${name}…`)
    measures.push(...(await bench()))
  }
  console.table(Object.fromEntries(measures.map(({ name, ...columns }) => [name, columns])))
  if (jsonFile !== null) await writeFile(jsonFile, `${JSON.stringify(measures, null, 2)}\n`)
}
