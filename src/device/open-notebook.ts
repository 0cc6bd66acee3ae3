import type { Juror } from '#domain/exam-session.ts'
import type { PublicJwk, ServerKeys, SessionPackage } from '#domain/session-package.ts'
import type { DataKey } from '#seal/vault.ts'
import { DeviceError } from './device-error.ts'
import type { Notebook } from './notebook.ts'
import { SheetLog } from './sheet-log.ts'

/** What an unlocked notebook holds besides what screens see: never handed to a screen. Keys are non-extractable. */
export interface NotebookSecrets {
  dataKey: DataKey
  signingKey: CryptoKey
  sealingKey: CryptoKey
  serverKeys: ServerKeys
  serverKeyId: string
  publicKey: PublicJwk
  /** The notebook's decrypted logs, by sheet, filled as they are read. */
  logs: Map<string, SheetLog>
}

interface Opened {
  vaultId: string
  deviceId: string
  label: string
  content: SessionPackage
  juror: Juror
}

class OpenNotebook implements Notebook {
  readonly vaultId: string
  readonly deviceId: string
  readonly label: string
  readonly juror: Juror
  package: SessionPackage

  constructor(opened: Opened) {
    this.vaultId = opened.vaultId
    this.deviceId = opened.deviceId
    this.label = opened.label
    this.juror = opened.juror
    this.package = opened.content
  }

  lock(): void {
    secrets.delete(this)
  }
}

const secrets = new WeakMap<Notebook, NotebookSecrets>()

/** Makes an unlocked notebook. Throws DeviceError `damaged` when the package does not know its own juror. */
export function openNotebook(opened: Omit<Opened, 'juror'>, keys: Omit<NotebookSecrets, 'logs'>): Notebook {
  const juror = opened.content.session.jurors.find(({ id }) => id === opened.content.jurorId)
  if (!juror) throw new DeviceError('damaged')
  const notebook = new OpenNotebook({ ...opened, juror })
  secrets.set(notebook, { ...keys, logs: new Map() })
  return notebook
}

/** The notebook's keys. Throws DeviceError `locked`. */
export function secretsOf(notebook: Notebook): NotebookSecrets {
  const found = secrets.get(notebook)
  if (!found) throw new DeviceError('locked')
  return found
}

/** Puts a newer package in place, in memory. */
export function replacePackage(notebook: Notebook, content: SessionPackage): void {
  if (notebook instanceof OpenNotebook) notebook.package = content
}

/** The log of one sheet, shared by every reader of this notebook. */
export function sheetLogOf(notebook: Notebook, sheetId: string): SheetLog {
  const { logs, dataKey } = secretsOf(notebook)
  const known = logs.get(sheetId)
  if (known) return known
  const log = new SheetLog(notebook.vaultId, sheetId, dataKey)
  logs.set(sheetId, log)
  return log
}
