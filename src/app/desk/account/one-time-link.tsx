import { Button, TextInput } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCopy } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from '../desk.module.css'

/** A link that is shown this once, to copy. `children`: whom it is for, and until when. */
export function OneTimeLink({ label, link, children }: { label: string; link: string; children: string }) {
  const { t } = useTranslation('accounts')
  const clipboard = useClipboard({ timeout: 4_000 })
  const field = useRef<HTMLInputElement>(null)
  const copy = () => {
    // Selected first: where the clipboard is not allowed (no https), the keyboard can still copy it.
    field.current?.select()
    clipboard.copy(link)
  }
  return (
    <>
      <p className={styles['plain']}>{children}</p>
      <TextInput ref={field} label={label} value={link} readOnly onFocus={(event) => event.currentTarget.select()} />
      <p role="status" className={styles['plain']}>
        {clipboard.error ? t('invite.copyFailed') : clipboard.copied ? t('invite.copied') : ''}
      </p>
      <div className={styles['tools']}>
        <Button variant="default" leftSection={<IconCopy size={18} aria-hidden />} onClick={copy}>
          {t('invite.copy')}
        </Button>
      </div>
    </>
  )
}
