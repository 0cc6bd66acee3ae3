import { Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ScoreSheet } from '#domain/sheet.ts'
import { TranscribedLine } from '../../shared/transcribed-line.tsx'
import styles from './deliberation.module.css'

interface OpinionsProps {
  sheets: readonly ScoreSheet[]
  ownJurorId: string
  oralId: string
  isFrozen: boolean
}

/** Each juror's opinion on the whole, and the way to revise one's own. */
export function Opinions({ sheets, ownJurorId, oralId, isFrozen }: OpinionsProps) {
  const { t } = useTranslation(['deliberation', 'domain'])
  if (sheets.length === 0) return null
  return (
    <section className={styles['section']} aria-labelledby="opinions">
      <h2 id="opinions">{t('deliberation:oral.opinions')}</h2>
      <div className={styles['columns']}>
        {sheets.map((sheet) => (
          <article key={sheet.juror.id} className={styles['panel']}>
            <h3>{sheet.juror.name}</h3>
            <TranscribedLine transcribed={sheet.transcribed} />
            <p>
              <strong>
                {t('deliberation:oral.opinionVerdict', {
                  verdict: sheet.part.verdict === null ? t('deliberation:oral.noVerdict') : t(`domain:partVerdict.${sheet.part.verdict}`),
                })}
              </strong>
              {sheet.part.reason !== '' && ` ${sheet.part.reason}`}
            </p>
            {sheet.appreciation !== '' && <p className={styles['prose']}>{sheet.appreciation}</p>}
            {sheet.juror.id === ownJurorId && !isFrozen && (
              <>
                <p className={styles['quiet']}>{t('deliberation:oral.reviseHint')}</p>
                <div>
                  <Button
                    component={Link}
                    to={`/salle/oral/${oralId}`}
                    variant="default"
                    mih={48}
                    leftSection={<IconPencil size={20} aria-hidden />}
                  >
                    {t('deliberation:oral.revise')}
                  </Button>
                </div>
              </>
            )}
          </article>
        ))}
      </div>
    </section>
  )
}
