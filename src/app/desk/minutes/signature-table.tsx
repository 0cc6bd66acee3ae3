import { IconAlertTriangle, IconCheck, IconClock, IconMinus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { StoredMinutes } from '#contract/minutes.ts'
import { formatMoment } from '../../shared/formatters.ts'
import { InkPicture } from '../../shared/sheet/ink-picture.tsx'
import { StateBadge } from '../../shared/state-badge.tsx'
import styles from '../desk.module.css'
import tableStyles from '../table.module.css'

/** Each member: signed and how, awaited, or absent. */
export function SignatureTable({ stored: { minutes, signatures } }: { stored: StoredMinutes }) {
  const { t } = useTranslation('minutes')
  return (
    <table className={tableStyles['table']} aria-label={t('page.signaturesTitle')}>
      <thead>
        <tr>
          <th scope="col">{t('page.columns.member')}</th>
          <th scope="col">{t('page.columns.state')}</th>
          <th scope="col">{t('page.columns.when')}</th>
        </tr>
      </thead>
      <tbody>
        {minutes.members.map((member) => (
          <MemberRow
            key={member.jurorId}
            member={member}
            signature={signatures.find(({ signer }) => signer.jurorId === member.jurorId) ?? null}
          />
        ))}
      </tbody>
    </table>
  )
}

interface MemberRowProps {
  member: StoredMinutes['minutes']['members'][number]
  signature: StoredMinutes['signatures'][number] | null
}

function MemberRow({ member, signature }: MemberRowProps) {
  const { t } = useTranslation('minutes')
  return (
    <tr>
      <th scope="row" data-label={t('page.columns.member')}>
        <span>
          {member.name}
          {member.president && <span className={styles['soft']}> ({t('document.president')})</span>}
        </span>
      </th>
      <td data-label={t('page.columns.state')}>
        <span className={styles['cell']}>
          <SignatureState member={member} signature={signature} />
          {signature?.signer.signature.kind === 'drawn' && (
            <InkPicture ink={signature.signer.signature.strokes} label={t('document.signedBy', { name: member.name })} />
          )}
          {signature?.signer.signature.kind === 'typed' && <span>{t('document.typed', { name: signature.signer.signature.name })}</span>}
        </span>
      </td>
      <td data-label={t('page.columns.when')}>
        {signature && (
          <span className={styles['cell']}>
            <span>{t('document.signedAt', { when: formatMoment(Date.parse(signature.signer.signedAt)) })}</span>
            <span className={styles['soft']}>{t('document.receivedAt', { when: formatMoment(Date.parse(signature.receivedAt)) })}</span>
          </span>
        )}
      </td>
    </tr>
  )
}

function SignatureState({ member, signature }: MemberRowProps) {
  const { t } = useTranslation('minutes')
  if (signature?.isValid === false) {
    return (
      <StateBadge meaning="danger" icon={IconAlertTriangle}>
        {t('page.state.wrong')}
      </StateBadge>
    )
  }
  if (signature) {
    return (
      <StateBadge meaning="delivered" icon={IconCheck}>
        {t('page.state.signed')}
      </StateBadge>
    )
  }
  return member.present ? (
    <StateBadge meaning="neutral" icon={IconClock}>
      {t('page.state.awaited')}
    </StateBadge>
  ) : (
    <StateBadge meaning="neutral" icon={IconMinus}>
      {t('page.state.absent')}
    </StateBadge>
  )
}
