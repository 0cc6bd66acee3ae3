import { Anchor, Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Clash } from '#domain/clashes.ts'
import { Notice } from '../../../shared/notice.tsx'
import styles from '../../desk.module.css'
import { useScheduleWords } from './clash-words.ts'

/** So many, and the board still shows below. */
const SHOWN_FIRST = 4

/** Every clash of the schedule, by name; choosing one opens its oral. */
export function ClashList({ clashes, onChoose }: { clashes: readonly Clash[]; onChoose: (oralId: string) => void }) {
  const { t } = useTranslation('prepare')
  const { clashLine } = useScheduleWords()
  const [isWhole, setIsWhole] = useState(false)
  const shown = isWhole ? clashes : clashes.slice(0, SHOWN_FIRST)
  if (clashes.length === 0) return <p className={styles['plain']}>{t('planning.noClash')}</p>
  return (
    <Notice tone="danger" title={t('planning.clashes', { count: clashes.length })}>
      <ul className={styles['list']}>
        {shown.map((clash) => (
          <li key={`${clash.oralId} ${clash.code} ${clash.withId}`}>
            <Anchor component="button" type="button" ta="start" onClick={() => onChoose(clash.oralId)}>
              {clashLine(clash)}
            </Anchor>
          </li>
        ))}
      </ul>
      {shown.length < clashes.length && (
        <Button variant="default" size="xs" mt={8} onClick={() => setIsWhole(true)}>
          {t('planning.showMore', { count: clashes.length - shown.length })}
        </Button>
      )}
    </Notice>
  )
}
