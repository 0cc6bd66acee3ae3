import { Anchor, Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { SecondDevice, SessionBoard } from '#contract/desk.ts'
import { useBreakPage } from '../shared/use-break-page.ts'
import { useAct } from './account/use-act.ts'
import { FailureNotice } from './answered.tsx'
import { callRoute } from './api.ts'
import type { Concern } from './board-concerns.ts'
import styles from './desk.module.css'
import { jurorRowId } from './juror-devices.tsx'
import { personName } from './person-name.ts'
import { useMay } from './rights.ts'

/** What leads to the act that solves a concern: a juror's row below, a page, or the act itself. */
export function ConcernActs({ board, concern }: { board: SessionBoard; concern: Concern }) {
  const { t } = useTranslation('desk')
  const may = useMay()
  const session = `/coordination/sessions/${encodeURIComponent(board.session.id)}`
  const about = concern.juror ? personName(concern.juror) : null
  const links: { to: string; words: string }[] = []
  const row = concern.juror ? `#${jurorRowId(concern.juror.id)}` : null
  switch (concern.kind) {
    case 'recovery':
      links.push({ to: `${session}/carnets#desk-recovery`, words: t('board.act.recovery') })
      break
    case 'neverCame':
    case 'samePlace':
      links.push({ to: `${session}/carnets#desk-chains`, words: t('board.act.chains') })
      break
    case 'missingSheets':
      links.push({ to: `${session}/papier`, words: t('board.act.paper') })
      break
    case 'secondDevice':
    case 'refused':
    case 'noDevice':
    case 'unseenDevice':
    case 'notReady':
      break
  }
  return (
    <div className={styles['acts']}>
      {row !== null && (
        // The page's own anchor: the browser scrolls to it, and moves the focus.
        <Anchor href={row}>
          <Words about={about}>{t(concern.kind === 'noDevice' && may('enrolmentLink') ? 'board.act.link' : 'board.act.device')}</Words>
        </Anchor>
      )}
      {links.map(({ to, words }) => (
        <Anchor key={to} component={Link} to={to}>
          <Words about={about}>{words}</Words>
        </Anchor>
      ))}
      {concern.kind === 'secondDevice' && may('acceptSecondDevice') && <Acceptance board={board} second={concern.second} about={about} />}
    </div>
  )
}

/** A link's words, and for who does not see the line around it, about whom. */
function Words({ about, children }: { about: string | null; children: ReactNode }) {
  const { t } = useTranslation('desk')
  return (
    <>
      {children}
      {about !== null && <span className="cdj-visually-hidden">{t('board.act.about', { name: about })}</span>}
    </>
  )
}

function Acceptance({ board, second, about }: { board: SessionBoard; second: SecondDevice; about: string | null }) {
  const { t } = useTranslation('desk')
  const breakPage = useBreakPage()
  const { busy, failure, run } = useAct()
  const accept = () => run(() => callRoute('acceptSecondDevice', { params: { sessionId: board.session.id, deviceId: second.deviceId } }))
  return (
    <>
      <Button size="sm" variant="default" loading={busy} onClick={() => void accept().catch(breakPage)}>
        <Words about={about}>{t('board.act.accept')}</Words>
      </Button>
      {failure && <FailureNotice failure={failure} />}
    </>
  )
}
