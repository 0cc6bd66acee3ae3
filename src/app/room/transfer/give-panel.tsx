import { Button } from '@mantine/core'
import { IconDownload, IconQrcode, IconShare } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { noteHandedOver, readHeld, type TransferScope } from '#device/transfer/carried.ts'
import { pliFile, shareableFile, shareFile } from '#device/transfer/share-file.ts'
import { saveFile } from '../../shared/save-file.ts'
import { useBreakPage } from '../../shared/use-break-page.ts'
import styles from './transfer.module.css'

interface GivePanelProps {
  waiting: number
  all: number
  scope: TransferScope
  onScope: (scope: TransferScope) => void
}

type Given = { by: 'saved'; fileName: string } | { by: 'shared' } | { by: 'shareUnavailable' } | null

/** Giving this device's envelopes: to a camera, as a file, through the system's share sheet. */
export function GivePanel({ waiting, all, scope, onScope }: GivePanelProps) {
  const { t } = useTranslation('transfer')
  const breakPage = useBreakPage()
  const [given, setGiven] = useState<Given>(null)

  const save = async () => {
    const envelopes = await readHeld(scope)
    const file = pliFile(envelopes, new Date())
    saveFile(file.name, await file.text(), file.type)
    await noteHandedOver({ at: Date.now(), count: envelopes.length, by: 'file' })
    setGiven({ by: 'saved', fileName: file.name })
  }
  const share = async () => {
    const envelopes = await readHeld(scope)
    const file = shareableFile(pliFile(envelopes, new Date()))
    const outcome = file === null ? 'unavailable' : await shareFile(file)
    if (outcome === 'shared') await noteHandedOver({ at: Date.now(), count: envelopes.length, by: 'file' })
    setGiven(outcome === 'cancelled' ? null : { by: outcome === 'shared' ? 'shared' : 'shareUnavailable' })
  }

  return (
    <section className={styles['panel']}>
      <h2>{t('give.title')}</h2>
      {all === 0 ? (
        <p>{t('give.none')}</p>
      ) : (
        <>
          {waiting > 0 && waiting < all && <ScopeChoice waiting={waiting} all={all} scope={scope} onScope={onScope} />}
          <Button
            component={Link}
            to={`/salle/transfert/donner?plis=${scope}`}
            size="lg"
            leftSection={<IconQrcode size={22} aria-hidden />}
          >
            {t('give.qr')}
          </Button>
          {shareableFile(SAMPLE) !== null && (
            <Button
              variant="default"
              size="lg"
              leftSection={<IconShare size={22} aria-hidden />}
              onClick={() => void share().catch(breakPage)}
            >
              {t('give.share')}
            </Button>
          )}
          <Button
            variant="default"
            size="lg"
            leftSection={<IconDownload size={22} aria-hidden />}
            onClick={() => void save().catch(breakPage)}
          >
            {t('give.file')}
          </Button>
          <p className={styles['quiet']}>{t('give.fileHint')}</p>
        </>
      )}
      <p role="status">{given && (given.by === 'saved' ? t('give.saved', given) : t(`give.${given.by}`))}</p>
    </section>
  )
}

/** Asked only for whether the system shares such files at all. */
const SAMPLE = pliFile([], new Date(0))

function ScopeChoice({ waiting, all, scope, onScope }: GivePanelProps) {
  const { t } = useTranslation('transfer')
  const choices = [
    { value: 'waiting', label: t('give.scopeWaiting', { count: waiting }) },
    { value: 'all', label: t('give.scopeAll', { count: all }) },
  ] as const
  return (
    <fieldset className={styles['scope']}>
      <legend>{t('give.scope')}</legend>
      {choices.map(({ value, label }) => (
        <label key={value}>
          <input type="radio" name="scope" value={value} checked={scope === value} onChange={() => onScope(value)} />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
