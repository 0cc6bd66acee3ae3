import { IconCircleDashed, IconSignature, IconUserOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { KeptMinutes } from '#device/deliberation/kept-minutes.ts'
import { signatureState } from '#domain/minutes.ts'
import { formatMoment } from '../../shared/formatters.ts'
import styles from './deliberation.module.css'

/** Who has signed and when; who is still awaited; who was absent. */
export function SignatureList({ kept }: { kept: KeptMinutes }) {
  const { t } = useTranslation('deliberation')
  const { missing } = signatureState(kept.minutes, kept.signatures)
  return (
    <section className={styles['section']} aria-labelledby="signatures">
      <h2 id="signatures">{t('kept.signatures')}</h2>
      <p className={styles['quiet']}>{t('kept.kind')}</p>
      <ul className={styles['jurors']}>
        {kept.minutes.members.map(({ jurorId, name, present }) => {
          const signature = kept.signatures.find((one) => one.jurorId === jurorId)
          const Icon = signature ? IconSignature : present ? IconCircleDashed : IconUserOff
          return (
            <li key={jurorId}>
              <Icon size={22} aria-hidden />
              <span>
                {signature
                  ? t('kept.signedBy', { name, moment: formatMoment(Date.parse(signature.signedAt)) })
                  : t(present ? 'kept.missing' : 'kept.absent', { name })}
              </span>
            </li>
          )
        })}
      </ul>
      <p role="status">{missing.length === 0 && t('kept.allSigned')}</p>
    </section>
  )
}
