import { Anchor } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle, IconReceipt, IconShieldCheck, IconSignature, type TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { StoredSheet } from '#contract/desk.ts'
import { formatMoment } from '../shared/formatters.ts'
import { Notice } from '../shared/notice.tsx'
import { InkPicture } from '../shared/sheet/ink-picture.tsx'
import styles from './desk.module.css'

/** What the signature and the receipt prove, what they don't, in plain words. */
export function SheetProof({ stored: { sheet, verification, receipt } }: { stored: StoredSheet }) {
  const { t } = useTranslation('desk')
  const name = sheet.juror.name
  return (
    <section className={styles['card']} aria-labelledby="sheet-proof">
      <h2 id="sheet-proof">{t('sheet.proof.title')}</h2>
      {verification.signature === 'invalid' && <Notice tone="danger" title={t('sheet.proof.invalid')} />}
      {verification.signature === 'valid' && verification.deviceEnrolled && (
        <ProofLine icon={IconShieldCheck}>
          <strong>{t('sheet.proof.valid', { name })}</strong>
        </ProofLine>
      )}
      {verification.signature === 'valid' && !verification.deviceEnrolled && (
        <ProofLine icon={IconAlertTriangle}>
          <strong>{t('sheet.proof.validUnknownDevice', { name })}</strong>
        </ProofLine>
      )}
      {verification.foldMatchesLog ? (
        <ProofLine icon={IconShieldCheck}>{t('sheet.proof.foldRight')}</ProofLine>
      ) : (
        <Notice tone="danger" title={t('sheet.proof.foldWrong', { name })} />
      )}
      <ProofLine icon={IconInfoCircle}>{t('sheet.proof.kind')}</ProofLine>
      <ProofLine icon={IconSignature}>
        {t('sheet.proof.signedAt', { when: formatMoment(Date.parse(sheet.signedAt)) })}.{' '}
        {t('sheet.proof.chain', { place: sheet.chainIndex + 1 })}.
      </ProofLine>
      <ProofLine icon={IconReceipt}>
        {t('sheet.proof.receivedAt', { when: formatMoment(Date.parse(receipt.receivedAt)) })}.{' '}
        {t('sheet.proof.journalIndex', { index: receipt.journalIndex })}.
      </ProofLine>
      {sheet.signedDespite && (
        <ProofLine icon={IconAlertTriangle}>
          <span className={styles['words']}>{t('sheet.proof.despite', { reason: sheet.signedDespite })}</span>
        </ProofLine>
      )}
      {sheet.signature.kind === 'drawn' ? (
        <InkPicture ink={sheet.signature.strokes} label={t('sheet.proof.drawn', { name })} />
      ) : (
        <div>
          <p className={`${styles['plain']} ${styles['soft']}`}>{t('sheet.proof.typed')}</p>
          <p className={styles['typedSignature']}>{sheet.signature.name}</p>
        </div>
      )}
    </section>
  )
}

function ProofLine({ icon: Icon, children }: { icon: TablerIcon; children: ReactNode }) {
  return (
    <div className={styles['proofLine']}>
      <Icon size={22} aria-hidden />
      <span>{children}</span>
    </div>
  )
}

/** Every version of the sheet: a correction never hides what it corrects. */
export function SheetRevisions({ stored: { sheet, revisions } }: { stored: StoredSheet }) {
  const { t } = useTranslation('desk')
  if (revisions.length === 0 && sheet.replaces === null) return null
  return (
    <section className={styles['section']} aria-labelledby="sheet-revisions">
      <h2 id="sheet-revisions">{t('sheet.revisions.title')}</h2>
      <p className={styles['plain']}>
        {t('sheet.revisions.current', sheet)} {sheet.replaces && t('sheet.revisions.replaces', { reason: sheet.replaces.reason })}
      </p>
      <ul className={styles['list']}>
        {revisions.map((other) => (
          <li key={other.hash}>
            <Anchor component={Link} to={`/coordination/fiches/${other.hash}`}>
              {t('sheet.revisions.other', other)}
            </Anchor>
          </li>
        ))}
      </ul>
    </section>
  )
}
