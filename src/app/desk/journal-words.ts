import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { desk } from '#texts/fr/desk.ts'

type KnownAct = keyof typeof desk.journal.act

/** Names an act of the journal in words; one written by a newer server keeps its own name. */
export function useActName(): (act: string) => string {
  const { t } = useTranslation('desk')
  return useCallback((act) => (isKnown(act) ? t(`journal.act.${act}`) : act), [t])
}

/** Names what an act was about; a newer server's field keeps its own name. */
export function useSubjectName(): (field: string) => string {
  const { t } = useTranslation('desk')
  return useCallback((field) => (isSubject(field) ? t(`journal.subject.${field}`) : field), [t])
}

function isSubject(field: string): field is keyof typeof desk.journal.subject {
  return Object.hasOwn(desk.journal.subject, field)
}

function isKnown(act: string): act is KnownAct {
  return Object.hasOwn(desk.journal.act, act)
}
