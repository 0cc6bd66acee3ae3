import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Journal } from '#contract/desk.ts'
import { roleSchema } from '#contract/roles.ts'
import { desk } from '#texts/fr/desk.ts'

type KnownAct = keyof typeof desk.journal.act

/** Names an act of the journal in words; one written by a newer server keeps its own name. */
export function useActName(): (act: string) => string {
  const { t } = useTranslation('desk')
  return useCallback((act) => (isKnown(act) ? t(`journal.act.${act}`) : act), [t])
}

/** Names what an act was about; a newer server's field keeps its own name. */
function useSubjectName(): (field: string) => string {
  const { t } = useTranslation('desk')
  return useCallback((field) => (isSubject(field) ? t(`journal.subject.${field}`) : field), [t])
}

/** Names the author of a row: an account by its person's name, a device by its id. */
export function useActorName(people: Journal['people']): (actor: string, shorten?: boolean) => string {
  const { t } = useTranslation('desk')
  return useCallback(
    (actor, shorten = true) => {
      const [kind, id = ''] = actor.split(':')
      const shown = shorten ? shortened(id) : id
      if (kind === 'coordinator') return people.find((person) => person.id === id)?.name ?? t('journal.actor.coordinator', { id: shown })
      if (kind === 'device') return id === '' ? t('journal.device') : t('journal.actor.device', { id: shown })
      return kind === 'server' ? t('journal.actor.server') : actor
    },
    [t, people],
  )
}

/** Says one thing an act was about: its kind, then its words where it has some, its id otherwise. */
export function useSubjectWords(people: Journal['people']): (field: string, value: string, shorten?: boolean) => string {
  const { t } = useTranslation(['desk', 'accounts'])
  const subjectName = useSubjectName()
  return useCallback(
    (field, value, shorten = true) => {
      const role = roleSchema.safeParse(value)
      const isMethod = field === 'method' && Object.hasOwn(desk.journal.method, value)
      if (ROLE_FIELDS.includes(field) && role.success) return `${subjectName(field)} ${t(`accounts:role.${role.data}`)}`
      if (isMethod) return `${subjectName(field)} ${t(`journal.method.${value as keyof typeof desk.journal.method}`)}`
      const person = field === 'coordinatorId' ? people.find(({ id }) => id === value)?.name : undefined
      return `${subjectName(field)} ${person ?? (shorten ? shortened(value) : value)}`
    },
    [t, subjectName, people],
  )
}

const ROLE_FIELDS: readonly string[] = ['role', 'from', 'to']

/** A hash's first characters are enough to find its line again. */
function shortened(id: string): string {
  return id.length > 14 ? `${id.slice(0, 10)}…` : id
}

function isSubject(field: string): field is keyof typeof desk.journal.subject {
  return Object.hasOwn(desk.journal.subject, field)
}

function isKnown(act: string): act is KnownAct {
  return Object.hasOwn(desk.journal.act, act)
}
