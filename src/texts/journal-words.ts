import { accounts } from './fr/accounts.ts'
import { desk } from './fr/desk.ts'
import { t } from './i18n.ts'

/** Names of what the journal's rows hold the ids of. */
export interface JournalNameList {
  people: readonly { id: string; name: string }[]
  sessions: readonly { id: string; title: string }[]
}

/** Names an act of the journal in words; one written by a newer server keeps its own name. Needs the office's texts. */
export function actWords(act: string): string {
  return isKey(desk.journal.act, act) ? t(`desk:journal.act.${act}`) : act
}

/** Names the author of a row: an account by its person's name, a device by its id, `device:` for all of them. */
export function actorWords(actor: string, { people }: JournalNameList, shorten = true): string {
  const [kind, id = ''] = actor.split(':')
  const shown = shorten ? shortened(id) : id
  if (kind === 'coordinator') return people.find((person) => person.id === id)?.name ?? t('desk:journal.actor.coordinator', { id: shown })
  if (kind === 'device') return id === '' ? t('desk:journal.device') : t('desk:journal.actor.device', { id: shown })
  return kind === 'server' ? t('desk:journal.actor.server') : actor
}

const ROLE_FIELDS: readonly string[] = ['role', 'from', 'to']

/** Says one thing an act was about: its kind, then its words where it has some, its id otherwise. A newer server's field keeps its name. */
export function subjectWords(field: string, value: string, { people, sessions }: JournalNameList, shorten = true): string {
  const subject = isKey(desk.journal.subject, field) ? t(`desk:journal.subject.${field}`) : field
  if (ROLE_FIELDS.includes(field) && isKey(accounts.role, value)) return `${subject} ${t(`accounts:role.${value}`)}`
  if (field === 'method' && isKey(desk.journal.method, value)) return `${subject} ${t(`desk:journal.method.${value}`)}`
  const name =
    field === 'coordinatorId'
      ? people.find(({ id }) => id === value)?.name
      : field === 'sessionId'
        ? sessions.find(({ id }) => id === value)?.title
        : undefined
  return `${subject} ${name ?? (shorten ? shortened(value) : value)}`
}

/** A hash's first characters are enough to find its line again. */
function shortened(id: string): string {
  return id.length > 14 ? `${id.slice(0, 10)}…` : id
}

function isKey<Words extends object>(words: Words, key: string): key is Extract<keyof Words, string> {
  return Object.hasOwn(words, key)
}
