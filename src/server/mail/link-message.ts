import type { ExamSession } from '#domain/exam-session.ts'
import { t } from '#texts/i18n.ts'
import { longDay } from '../minutes/pdf/words.ts'

/** What a juror reads: the link, what to do with it, until when, whom to ask. It names nobody. `lastDay`: `YYYY-MM-DD`. */
export function linkMessage(session: ExamSession, link: string, lastDay: string): { subject: string; text: string } {
  const { title, centre } = session
  const steps = (['title', 'open', 'passphrase', 'ready'] as const).map((line) => t(`mail:message.steps.${line}`))
  const paragraphs = [
    t('mail:message.hello'),
    t('mail:message.session', { title, centre, dates: datesOf(session) }),
    t('mail:message.open'),
    link,
    steps.join('\n'),
    [t('mail:message.validity', { day: longDay(lastDay) }), t('mail:message.again')].join('\n'),
    t('mail:message.ask', { centre }),
  ]
  return { subject: t('mail:message.subject', { title }), text: `${paragraphs.join('\n\n')}\n` }
}

function datesOf({ startsOn, endsOn }: ExamSession): string {
  return startsOn === endsOn
    ? t('mail:message.oneDay', { day: longDay(startsOn) })
    : t('mail:message.days', { from: longDay(startsOn), to: longDay(endsOn) })
}
