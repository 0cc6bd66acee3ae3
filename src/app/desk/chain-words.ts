import { useTranslation } from 'react-i18next'
import type { DeviceChain, SessionBoard } from '#contract/desk.ts'
import { formatList } from '../shared/formatters.ts'
import { personName } from './person-name.ts'

/** More orals than this say nothing: the sheet is then named by its place alone. */
const MAX_GUESSES = 4

/** How a device's missing sheets and forks are named to a person: by candidate and part where that can be known, always by their place. */
export function useChainWords(board: SessionBoard): {
  missing: (sheet: DeviceChain['missing'][number]) => string
  fork: (fork: DeviceChain['forks'][number]) => string
} {
  const { t } = useTranslation('desk')
  const oralName = (oralId: string): string[] => {
    const oral = board.orals.find(({ id }) => id === oralId)
    const candidate = board.candidates.find(({ id }) => id === oral?.candidateId)
    const part = board.grids.find(({ id }) => id === oral?.gridId)?.title
    return oral && candidate ? [t('chain.oral', { candidate: personName(candidate), part: part ?? oral.gridId })] : []
  }
  return {
    missing: ({ place, oralIds, known }) => {
      const names = oralIds.flatMap(oralName)
      const orals = formatList(names)
      if (names.length === 0 || names.length > MAX_GUESSES) return t('chain.missing.place', { place })
      if (known) return t('chain.missing.known', { place, orals })
      return t(names.length === 1 ? 'chain.missing.likely' : 'chain.missing.oneOf', { place, orals })
    },
    fork: ({ place, hashes }) => {
      const sheets = hashes.map((hash) => {
        const sheet = board.sheets.find((one) => one.hash === hash)
        return sheet ? (oralName(sheet.oralId)[0] ?? t('chain.received')) : t('chain.notReceived')
      })
      return t('chain.fork', { place, sheets: formatList(sheets) })
    },
  }
}
