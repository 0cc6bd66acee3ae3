import { expect, it } from 'vitest'
import { isDurable, measureDurability } from './durability.ts'

it('flushes every acknowledged delivery to the disk, where system calls can be counted', async () => {
  const durability = await measureDurability()
  expect(isDurable(durability), JSON.stringify(durability)).toBe(true)
})
