import { argon2id } from 'hash-wasm'
import { SealError } from '#seal/seal-error.ts'
import { type KdfCost, MINIMUM_COST } from '#seal/vault.ts'
import { noteEvent } from './diagnostics.ts'

const TARGET_MS = 500
const MAX_MEMORY_KIB = 256 * 1024

/** How much memory the browser says the machine has, in GiB; 8 where it does not say. */
function deviceMemoryGiB(): number {
  const told = 'deviceMemory' in navigator ? navigator.deviceMemory : null
  return typeof told === 'number' ? told : 8
}

/** The Argon2id cost that takes about half a second when `minimumMs` is what the least allowed cost takes here. Pure. */
export function costFor(minimumMs: number, memoryGiB: number): KdfCost {
  // A sixteenth of the machine at most: a tablet must not lose the tab to this.
  const ceilingKiB = Math.min(MAX_MEMORY_KIB, (memoryGiB * 1024 * 1024) / 16)
  const wantedKiB = (MINIMUM_COST.memoryKiB * TARGET_MS) / Math.max(1, minimumMs)
  const memoryKiB = Math.max(MINIMUM_COST.memoryKiB, Math.floor(Math.min(wantedKiB, ceilingKiB) / 1024) * 1024)
  return { memoryKiB, iterations: MINIMUM_COST.iterations }
}

/**
 * Makes something of a cost this device can pay: calibrated, then halved as long as the machine has no memory for it. Throws what `make`
 * throws at the least allowed cost.
 */
export async function withAffordableCost<Made>(make: (cost: KdfCost) => Promise<Made>): Promise<Made> {
  let cost = await calibrateCost()
  for (;;) {
    try {
      return await make(cost)
    } catch (error) {
      if (error instanceof SealError || cost.memoryKiB <= MINIMUM_COST.memoryKiB) throw error
      cost = { ...cost, memoryKiB: Math.max(MINIMUM_COST.memoryKiB, Math.floor(cost.memoryKiB / 2)) }
      noteEvent('passphraseCostLowered', { memoryKiB: cost.memoryKiB })
    }
  }
}

/** Measures this device once with the least allowed cost and returns the cost to use on it. */
async function calibrateCost(): Promise<KdfCost> {
  const startMs = performance.now()
  await argon2id({
    password: 'calibration',
    salt: new Uint8Array(16),
    memorySize: MINIMUM_COST.memoryKiB,
    iterations: MINIMUM_COST.iterations,
    parallelism: 1,
    hashLength: 32,
    outputType: 'binary',
  })
  return costFor(performance.now() - startMs, deviceMemoryGiB())
}
