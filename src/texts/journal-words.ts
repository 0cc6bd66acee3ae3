import { accounts } from './fr/accounts.ts'
import { desk } from './fr/desk.ts'
import { t } from './i18n.ts'

/** Names of what the journal's rows hold the ids of. */
export interface JournalNameList {
  people: readonly { id: string; name: string }[]
  sessions: readonly { id: string; title: string; jurors: readonly { id: string; name: string }[] }[]
  /** By their juror's name. */
  devices: readonly { id: string; name: string }[]
}

/** Names an act of the journal in words; one written by a newer server keeps its own name. Needs the office's texts. */
export function actWords(act: string): string {
  return isKey(desk.journal.act, act) ? t(`desk:journal.act.${act}`) : act
}

/** Names the author of a row: an account by its person's name, a device by its juror's name, `device:` for all of them, the server or who commands it. */
export function actorWords(actor: string, { people, devices }: JournalNameList, shorten = true): string {
  const [kind, id = ''] = actor.split(':')
  const shown = shorten ? shortened(id) : id
  if (kind === 'coordinator') return people.find((person) => person.id === id)?.name ?? t('desk:journal.actor.coordinator', { id: shown })
  if (kind === 'device' && id === '') return t('desk:journal.device')
  const owner = kind === 'device' && devices.find((device) => device.id === id)?.name
  if (owner) return t(shorten ? 'desk:journal.actor.deviceOf' : 'desk:journal.actor.deviceOfWithId', { name: owner, id })
  if (kind === 'device') return t('desk:journal.actor.device', { id: shown })
  if (actor === 'server:command') return t('desk:journal.actor.command')
  return kind === 'server' ? t('desk:journal.actor.server') : actor
}

const JUROR_FIELDS: readonly string[] = ['jurorId', 'replacedId']
const ROLE_FIELDS: readonly string[] = ['role', 'from', 'to']

/** What an act was about, as a row holds it. */
type Subject = Readonly<Record<string, string | number | boolean | null>>

/** What a row says something of: not what was empty. */
export function subjectFields(subject: Subject): string[] {
  return Object.keys(subject).filter((field) => subject[field] !== null)
}

/** Says one thing an act was about: its kind, then its words where it has some, its id otherwise. A newer server's field keeps its name. */
export function subjectWords(subject: Subject, field: string, names: JournalNameList, shorten = true): string {
  const value = String(subject[field])
  const kind = isKey(desk.journal.subject, field) ? t(`desk:journal.subject.${field}`) : field
  if (ROLE_FIELDS.includes(field) && isKey(accounts.role, value)) return `${kind} ${t(`accounts:role.${value}`)}`
  if (field === 'method' && isKey(desk.journal.method, value)) return `${kind} ${t(`desk:journal.method.${value}`)}`
  const name = nameOf(subject, field, names)
  if (name === undefined) return `${kind} ${shorten ? shortened(value) : value}`
  // A title often says by itself what it is the title of.
  return name.toLowerCase().startsWith(kind) ? name : `${kind} ${name}`
}

/** A juror's id is their session's own: it names nobody without it. */
function nameOf(subject: Subject, field: string, { people, sessions }: JournalNameList): string | undefined {
  const value = subject[field]
  if (field === 'coordinatorId') return people.find(({ id }) => id === value)?.name
  if (field === 'sessionId') return sessions.find(({ id }) => id === value)?.title
  if (!JUROR_FIELDS.includes(field)) return undefined
  return sessions.find(({ id }) => id === subject['sessionId'])?.jurors.find(({ id }) => id === value)?.name
}

/** A hash's first characters are enough to find its line again. */
function shortened(id: string): string {
  return id.length > 14 ? `${id.slice(0, 10)}…` : id
}

function isKey<Words extends object>(words: Words, key: string): key is Extract<keyof Words, string> {
  return Object.hasOwn(words, key)
}
