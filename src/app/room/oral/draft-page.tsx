import { useSearchParams } from 'react-router'
import { clock, watchClockJumps } from '#device/clock.ts'
import type { DraftLog } from '#device/draft-log.ts'
import type { Notebook } from '#device/notebook.ts'
import { reopenSheet, signDraft } from '#device/signing.ts'
import { setOralRunning } from '../room-store.ts'
import { OralScreen } from './oral-screen.tsx'
import { useOralLog } from './use-draft-log.ts'
import { usePhrases } from './use-phrases.ts'
import { useSignedSheets } from './use-signed-sheets.ts'
import { useSupportStored } from './use-support-stored.ts'

const COUNTDOWN_PARAM = 'affichage'
const COUNTDOWN_VALUE = 'candidat'

interface DraftPageProps {
  notebook: Notebook
  oralId: string
  draft: DraftLog
}

/** Binds the screen to the device: the log, the clock, the signature. */
export function DraftPage({ notebook, oralId, draft }: DraftPageProps) {
  const [params, setParams] = useSearchParams()
  const log = useOralLog(draft)
  const { sheets, delivery } = useSignedSheets(notebook, oralId, log.isSigned)
  const phrases = usePhrases(notebook)
  const supportStored = useSupportStored(notebook, draft.oral.support)

  const showCountdown = (shown: boolean) =>
    setParams((before) => {
      const next = new URLSearchParams(before)
      if (shown) next.set(COUNTDOWN_PARAM, COUNTDOWN_VALUE)
      else next.delete(COUNTDOWN_PARAM)
      return next
    })
  // The page's own draft follows the reopened log, and gets the pen back as soon as this one lets it go.
  const correct = async (reason: string) => (await reopenSheet(notebook, oralId, reason)).close()

  return (
    <OralScreen
      subject={draft.oral}
      juror={notebook.juror}
      log={log}
      now={clock.now}
      holdsPen={log.holdsPen || log.isSigned}
      damagedCount={log.damagedCount}
      isSigned={log.isSigned}
      signedSheets={sheets}
      delivery={delivery}
      phrases={phrases}
      supportStored={supportStored}
      countdown={params.get(COUNTDOWN_PARAM) === COUNTDOWN_VALUE}
      onCountdown={showCountdown}
      onTakePen={() => void draft.takePen()}
      onSign={(gesture) => signDraft(notebook, draft, gesture)}
      onCorrect={correct}
      onRunning={setOralRunning}
      watchJumps={watchClockJumps}
    />
  )
}
