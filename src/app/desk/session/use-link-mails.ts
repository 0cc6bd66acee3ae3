import { useState } from 'react'
import type { LinkMailed } from '#contract/juror-mail.ts'
import { callRoute, type Failure } from '../api.ts'

/** What jurors' links ended in when they were sent, and how far a series is. */
export interface LinkMails {
  /** The last outcome of each juror, by id. */
  outcomes: ReadonlyMap<string, LinkMailed>
  /** Whose link is being sent now. */
  sending: string | null
  /** The last series, or the one under way; null before the first. */
  series: Series | null
  /** Why the last call did not get as far as an outcome. */
  failure: Failure | null
  send: (jurorIds: readonly string[]) => Promise<void>
}

interface Series {
  total: number
  /** How many were tried. */
  done: number
  sent: number
  isRunning: boolean
}

/** Outcomes that every later message would share. */
const FOR_ALL: readonly LinkMailed['outcome'][] = ['sign-in-refused', 'not-secure', 'unreachable', 'unset']

/**
 * Sends links one by one, so that the count is true and each outcome is told. Where the next would fail as well it stops; whoever was not
 * reached is still to be reached. `onTried` is called after each try.
 */
export function useLinkMails(sessionId: string, onTried: () => void): LinkMails {
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, LinkMailed>>(new Map())
  const [sending, setSending] = useState<string | null>(null)
  const [series, setSeries] = useState<Series | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)

  const send = async (jurorIds: readonly string[]) => {
    setFailure(null)
    let sent = 0
    const tell = (done: number, isRunning: boolean) => setSeries({ total: jurorIds.length, done, sent, isRunning })
    let done = 0
    try {
      for (const jurorId of jurorIds) {
        tell(done, true)
        setSending(jurorId)
        const answer = await callRoute('mailEnrolmentLink', { params: { sessionId, jurorId } })
        if (answer.outcome !== 'ok') return setFailure(answer)
        const tried = answer.value
        done += 1
        if (tried.outcome === 'sent') sent += 1
        setOutcomes((before) => new Map(before).set(jurorId, tried))
        onTried()
        if (FOR_ALL.includes(tried.outcome)) return
      }
    } finally {
      setSending(null)
      tell(done, false)
    }
  }
  return { outcomes, sending, series, failure, send }
}
