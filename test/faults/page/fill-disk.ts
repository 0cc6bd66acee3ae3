/** Large blocks first, then what still fits between them. */
const BLOCK_BYTES = [65_536, 8_192, 1_024]

/** Fills what room the browser grants this origin with somebody else's data. Resolves to how many bytes that took. */
export async function fillDisk(): Promise<number> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('filler', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore('blocks', { autoIncrement: true })
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })
  let filledBytes = 0
  for (const bytes of BLOCK_BYTES) {
    while (await hasTaken(database, crypto.getRandomValues(new Uint8Array(bytes)))) filledBytes += bytes
  }
  database.close()
  return filledBytes
}

function hasTaken(database: IDBDatabase, block: Uint8Array): Promise<boolean> {
  return new Promise((resolve) => {
    const transaction = database.transaction('blocks', 'readwrite', { durability: 'strict' })
    transaction.objectStore('blocks').add(block)
    transaction.oncomplete = () => resolve(true)
    transaction.onabort = () => resolve(false)
  })
}
