import { writeFile } from 'node:fs/promises'
import { closeSharedBrowser } from '../e2e/harness/shared-browser.ts'
import { controls } from './controls.ts'
import { type Durability, isDurable, measureDurability } from './durability.ts'
import type { Fault } from './fault.ts'
import { faults } from './faults.ts'
import { type FaultRow, isAsExpected, runFault } from './run-faults.ts'

export interface FaultsOptions {
  runs: number
  seed: number
  only: readonly string[]
  jsonFile: string | null
}

/** Runs the faults and the controls and prints their table. Resolves to whether every one ended as it must. Throws a RangeError on an unknown name. */
export async function main({ runs, seed, only, jsonFile }: FaultsOptions): Promise<boolean> {
  const rows: FaultRow[] = []
  try {
    for (const fault of chosen(only)) {
      const row = await runFault(fault, { runs, seed })
      rows.push(row)
      console.log(`${isAsExpected(row) ? 'ok    ' : 'FAILED'} ${row.fault} (${row.seconds} s)`)
      if (!isAsExpected(row)) for (const finding of row.findings.slice(0, 20)) console.log(`       ${finding}`)
    }
  } finally {
    await closeSharedBrowser()
  }
  const durability = only.length === 0 || only.includes('durability') ? await measureDurability() : null
  console.table(Object.fromEntries(rows.map(({ fault, findings: _findings, isControl: _isControl, ...columns }) => [fault, columns])))
  console.log(`seed ${seed}; a control has its protection taken away and must lose, double or misread something`)
  if (durability !== null) console.log(durabilityLine(durability))
  if (jsonFile !== null) await writeFile(jsonFile, `${JSON.stringify({ seed, runs, faults: rows, durability }, null, 2)}\n`)
  return rows.every(isAsExpected) && (durability === null || isDurable(durability))
}

function durabilityLine({ journalMode, synchronous, deliveries, flushes, skipped }: Durability): string {
  const counted = flushes === null ? `flushes not counted (${skipped})` : `${flushes} flushes to disk for ${deliveries} deliveries`
  return `durability: journal_mode ${journalMode}, synchronous ${synchronous} (2 is FULL), ${counted}`
}

/** Those whose name holds one of the words given; all without any. */
function chosen(only: readonly string[]): Fault[] {
  const all = [...faults, ...controls]
  if (only.length === 1 && only[0] === 'durability') return []
  const unknown = only.filter((word) => word !== 'durability' && !all.some(({ name }) => name.includes(word)))
  if (unknown.length > 0) throw new RangeError(`no fault ${unknown.join(', ')}; there are: ${all.map(({ name }) => name).join('; ')}`)
  return only.length === 0 ? all : all.filter(({ name }) => only.some((word) => name.includes(word)))
}
