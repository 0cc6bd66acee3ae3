import { beforeAll } from 'vitest'
import { db } from '#device/db.ts'

// All files share one browser: each begins on an empty device, whatever the one before has left.
beforeAll(async () => {
  await Promise.all(db.tables.map((table) => table.clear()))
})
