import { Button, NativeSelect, Progress } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from '../../desk.module.css'
import { usePartName } from '../part-words.ts'
import { fullName } from '../people-words.ts'
import own from '../prepare.module.css'
import { usePreparedSession } from '../use-prepared-session.ts'
import type { Upload } from './use-uploads.ts'

interface UploadsListProps {
  uploads: readonly Upload[]
  onAttach: (upload: Upload, match: { candidateId: string; gridId: string }) => void
  onDiscard: (id: string) => void
  onRetry: (upload: Upload) => void
}

/** The files on their way, and those that need a person. */
export function UploadsList({ uploads, onAttach, onDiscard, onRetry }: UploadsListProps) {
  const { t } = useTranslation('prepare')
  if (uploads.length === 0) return null
  return (
    <section className={styles['section']} aria-labelledby="uploads-title">
      <h3 id="uploads-title">{t('supports.waiting')}</h3>
      <ul className={styles['list']}>
        {uploads.map((upload) => (
          <li key={upload.id} className={styles['concern']}>
            <div>
              <strong>{upload.file.name}</strong>
              <br />
              <span role={upload.state === 'sending' ? undefined : 'status'}>
                {t(`supports.state.${upload.state}`, { percent: upload.percent })}
              </span>
              {upload.state === 'sending' && <Progress value={upload.percent} aria-label={upload.file.name} />}
              {upload.state === 'unmatched' && <MatchForm upload={upload} onAttach={onAttach} />}
            </div>
            {upload.state === 'failed' && (
              <Button
                variant="default"
                aria-label={t('supports.of', { act: t('supports.retry'), file: upload.file.name })}
                onClick={() => onRetry(upload)}
              >
                {t('supports.retry')}
              </Button>
            )}
            {['unmatched', 'failed', 'notPdf', 'tooBig'].includes(upload.state) && (
              <Button
                variant="subtle"
                aria-label={t('supports.of', { act: t('supports.discard'), file: upload.file.name })}
                onClick={() => onDiscard(upload.id)}
              >
                {t('supports.discard')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Whose it is and of which part, when its name does not tell. */
function MatchForm({ upload, onAttach }: { upload: Upload; onAttach: UploadsListProps['onAttach'] }) {
  const { t } = useTranslation('prepare')
  const { now, grids } = usePreparedSession()
  const partName = usePartName(grids)
  const [candidateId, setCandidateId] = useState(upload.match.candidateId ?? '')
  const [gridId, setGridId] = useState(upload.match.gridId ?? '')
  const parts = now.orals.filter((oral) => oral.candidateId === candidateId).map((oral) => oral.gridId)
  return (
    <div className={own['fields']}>
      <NativeSelect
        label={t('panels.candidate')}
        value={candidateId}
        onChange={(event) => setCandidateId(event.currentTarget.value)}
        data={[
          { value: '', label: '–' },
          ...now.candidates.map((candidate) => ({ value: candidate.id, label: `${fullName(candidate)} (${candidate.number})` })),
        ]}
      />
      <NativeSelect
        label={t('supports.part')}
        value={gridId}
        onChange={(event) => setGridId(event.currentTarget.value)}
        data={[{ value: '', label: '–' }, ...parts.map((id) => ({ value: id, label: partName(id) }))]}
      />
      <Button
        variant="default"
        disabled={!parts.includes(gridId)}
        aria-label={t('supports.of', { act: t('supports.attach'), file: upload.file.name })}
        onClick={() => onAttach(upload, { candidateId, gridId })}
      >
        {t('supports.attach')}
      </Button>
    </div>
  )
}
