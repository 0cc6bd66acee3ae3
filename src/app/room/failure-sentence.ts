import { useTranslation } from 'react-i18next'
import { type ProblemCode, problemCodeSchema } from '#contract/problems.ts'
import type { ApiFailureCode } from '#device/api.ts'

type LocalFailure = Exclude<ApiFailureCode, 'problem'> | 'packageInvalid' | 'wrongServer' | 'wrongHash'

/** What kept the device from the server, in a sentence: ours for what never reached it, the problem's for what it refused. */
export function useFailureSentence(): (code: LocalFailure | ProblemCode) => string {
  const { t } = useTranslation(['room', 'problems'])
  return (code) => {
    const problem = problemCodeSchema.safeParse(code)
    if (problem.success) return t(`problems:${problem.data}.detail`)
    return t(`storage.failures.${code as LocalFailure}`)
  }
}
