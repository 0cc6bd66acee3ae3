import { useTranslation } from 'react-i18next'
import { problemCodeSchema } from '#contract/problems.ts'
import type { EnrolmentFailure } from '#device/notebooks.ts'
import { Notice } from '../shared/notice.tsx'

const TOLD_HERE = [
  'garbled',
  'unknownVersion',
  'wrongServer',
  'packageInvalid',
  'offline',
  'unreachable',
  'captivePortal',
  'tooLarge',
  'tooMany',
  'serverError',
  'quota',
] as const

type ToldHere = (typeof TOLD_HERE)[number]

function isToldHere(code: EnrolmentFailure): code is ToldHere {
  return TOLD_HERE.some((told) => told === code)
}

/** Why an enrolment did not happen, what is safe and what to do: a sentence for each code. */
export function EnrolmentFailureNotice({ code }: { code: EnrolmentFailure }) {
  const { t } = useTranslation(['room', 'problems'])
  const problem = problemCodeSchema.safeParse(code)
  const title = problem.success
    ? t(`problems:${problem.data}.title`)
    : t(isToldHere(code) ? `enrol.failures.${code}.title` : 'enrol.failures.storage.title')
  const detail = problem.success
    ? t(`problems:${problem.data}.detail`)
    : t(isToldHere(code) ? `enrol.failures.${code}.detail` : 'enrol.failures.storage.detail')
  return (
    <Notice tone="danger" role="alert" title={title}>
      <p>{t('enrol.failures.nothingStored')}</p>
      <p>{detail}</p>
    </Notice>
  )
}
