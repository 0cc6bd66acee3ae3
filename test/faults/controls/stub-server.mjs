import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'

/*
 * A server without one of its protections, for the controls of the fault harness: `node stub-server.mjs PORT FOLDER early|again`.
 * `early` answers, then stores. `again` stores what it gets each time it gets it.
 */

const LATER_MS = 200
const [, , port, folder = '', mode] = process.argv
const database = new SqliteDatabase(join(folder, 'carnet.sqlite'))
database.pragma('journal_mode = WAL')
database.exec('create table if not exists envelopes (id text, receipt text)')
database.exec('create table if not exists journal ("index" integer primary key, act text, subject text)')
const insertEnvelope = database.prepare('insert into envelopes values (?, ?)')
const insertLine = database.prepare(`insert into journal (act, subject) values ('sheet-received', ?)`)

/** @param {string[]} ids */
function store(ids) {
  for (const id of ids) {
    insertEnvelope.run(id, 'receipt')
    insertLine.run(JSON.stringify({ envelopeId: id }))
  }
}

createServer(async (request, response) => {
  const parts = []
  for await (const part of request) parts.push(part)
  /** @type {{ envelopes: string[] }} */
  const { envelopes } = JSON.parse(Buffer.concat(parts).toString())
  const ids = envelopes.map((jwe) => createHash('sha256').update(jwe).digest('base64url'))
  if (mode === 'early') setTimeout(() => store(ids), LATER_MS)
  else store(ids)
  const results = ids.map((envelopeId) => ({ outcome: 'stored', envelopeId, receipt: 'receipt' }))
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ results }))
}).listen(Number(port), '127.0.0.1', () => console.log('ready'))
