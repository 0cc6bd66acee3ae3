import { Button } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TranscribedLine } from '../../../shared/transcribed-line.tsx'
import { useOralWork } from '../oral-work.ts'
import styles from '../welcome/welcome.module.css'
import { useScannedPaper } from './scanned-paper.ts'
import { TranscriptionForm } from './transcription-form.tsx'

/** An oral scored by hand: says that this sheet is typed in from the paper, whose hand that was, and who types. */
export function TranscriptionCard() {
  const { t } = useTranslation('transcription')
  const { draft, juror, record, writable } = useOralWork()
  const scanned = useScannedPaper()
  const known = draft.transcribed
  const [open, setOpen] = useState(scanned !== null && known === null)
  return (
    <section className={styles['card']} aria-labelledby="transcription-title">
      <h3 id="transcription-title">{t('card.title')}</h3>
      {known === null ? (
        <p>{t('card.hint')}</p>
      ) : (
        <>
          <TranscribedLine transcribed={known} />
          <p>
            {known.minutes === null ? t('card.minutesNone') : t('card.minutesNoted', { count: known.minutes })}{' '}
            {known.fromPaper === null ? t('notRead') : t('read')} {t('card.keepPaper')}
          </p>
        </>
      )}
      {open ? (
        <TranscriptionForm
          start={{
            filledBy: `${juror.firstName} ${juror.lastName}`,
            by: known?.by ?? `${juror.firstName} ${juror.lastName}`,
            minutes: known?.minutes ?? null,
            fromPaper: scanned?.paperHash ?? known?.fromPaper ?? null,
          }}
          disabled={!writable}
          onSave={async (transcription) => {
            if (await record({ kind: 'transcription', transcription })) setOpen(false)
          }}
          onCancel={() => setOpen(false)}
        />
      ) : (
        <div className={styles['choices']}>
          <Button
            variant="default"
            size="md"
            mih={48}
            leftSection={<IconFileText size={20} aria-hidden />}
            disabled={!writable}
            onClick={() => setOpen(true)}
          >
            {known === null ? t('card.open') : t('card.change')}
          </Button>
          {known !== null && (
            <Button
              variant="subtle"
              size="md"
              mih={48}
              disabled={!writable}
              onClick={() => void record({ kind: 'transcription', transcription: null })}
            >
              {t('card.remove')}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}
