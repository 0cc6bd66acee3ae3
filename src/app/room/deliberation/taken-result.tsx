import { Button } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Refused, Taken } from '#device/deliberation/take.ts'
import { formatList } from '../../shared/formatters.ts'
import { Notice } from '../../shared/notice.tsx'
import styles from './deliberation.module.css'
import type { Taking } from './use-taking.ts'

/** What was received, kept and refused, each by its name. */
export function TakenResult({ taking, actions }: { taking: Taking; actions?: ReactNode }) {
  const { t } = useTranslation('deliberation')
  if (taking.step === 'storing') return <p role="status">{t('receive.storing')}</p>
  if (taking.step === 'notStored') {
    return (
      <Notice tone="danger" role="alert" title={t('receive.notStored.title')}>
        <p>{t(`receive.notStored.${taking.reason}`)}</p>
      </Notice>
    )
  }
  const { taken, damagedCount } = taking
  return (
    <>
      <Kept taken={taken} actions={actions} />
      {taken.refused.length > 0 && <RefusedNotice refused={taken.refused} />}
      {damagedCount > 0 && <Notice tone="danger" role="alert" title={t('receive.damaged', { count: damagedCount })} />}
    </>
  )
}

function Kept({ taken, actions }: { taken: Taken; actions: ReactNode }) {
  const { t } = useTranslation('deliberation')
  const { sheets, minutes, signatures, carried, forOthers, refused } = taken
  const lines = [
    ...(sheets.fresh > 0 ? [t('receive.sheets', { count: sheets.fresh, names: formatList(sheets.from) })] : []),
    ...(sheets.known > 0 ? [t('receive.sheetsKnown', { count: sheets.known })] : []),
    ...(signatures.fresh > 0 ? [t('receive.signatures', { count: signatures.fresh })] : []),
    ...(signatures.known > 0 ? [t('receive.signaturesKnown')] : []),
    ...(minutes.length > 0 && signatures.fresh === 0 ? [t('receive.minutes')] : []),
    ...(carried > 0 ? [t('receive.carried', { count: carried })] : []),
  ]
  const [hash] = minutes
  if (lines.length === 0) {
    if (refused.length > 0) return null
    return (
      <Notice tone="info" role="status" title={forOthers > 0 ? t('receive.forOthers') : t('receive.nothing')} actions={actions}>
        {forOthers > 0 && <p>{t('receive.forOthersDetail')}</p>}
      </Notice>
    )
  }
  return (
    <Notice
      tone="device"
      role="status"
      title={t('receive.taken')}
      actions={
        <>
          {hash !== undefined && (
            <Button component={Link} to={`/salle/deliberation/pv/${hash}`} size="lg" leftSection={<IconFileText size={22} aria-hidden />}>
              {t('receive.openMinutes')}
            </Button>
          )}
          {actions}
        </>
      }
    >
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Notice>
  )
}

function RefusedNotice({ refused }: { refused: readonly Refused[] }) {
  const { t } = useTranslation('deliberation')
  const sentence = ({ what, code, name }: Refused) => {
    const words = { what: t(`receive.what.${what}`), why: t(`receive.why.${code}`) }
    return name === null ? t('receive.anonymous', words) : t('receive.whose', { ...words, name })
  }
  return (
    <Notice tone="danger" role="alert" title={t('receive.refusedTitle', { count: refused.length })}>
      <ul className={styles['plain']}>
        {[...new Set(refused.map(sentence))].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{t('receive.refusedSafe')}</p>
    </Notice>
  )
}
