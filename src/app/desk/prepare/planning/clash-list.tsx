import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Clash } from '#domain/clashes.ts'
import { Notice } from '../../../shared/notice.tsx'
import styles from '../../desk.module.css'
import { useScheduleWords } from './clash-words.ts'

const MAX_SHOWN = 12

/** Every clash of the schedule, by name; choosing one opens its oral. */
export function ClashList({ clashes, onChoose }: { clashes: readonly Clash[]; onChoose: (oralId: string) => void }) {
  const { t } = useTranslation('prepare')
  const { clashLine } = useScheduleWords()
  if (clashes.length === 0) return <p className={styles['plain']}>{t('planning.noClash')}</p>
  return (
    <Notice tone="danger" title={t('planning.clashes', { count: clashes.length })}>
      <ul className={styles['list']}>
        {clashes.slice(0, MAX_SHOWN).map((clash) => (
          <li key={`${clash.oralId} ${clash.code} ${clash.withId}`}>
            <Anchor component="button" type="button" ta="start" onClick={() => onChoose(clash.oralId)}>
              {clashLine(clash)}
            </Anchor>
          </li>
        ))}
        {clashes.length > MAX_SHOWN && <li>{t('planning.more', { count: clashes.length - MAX_SHOWN })}</li>}
      </ul>
    </Notice>
  )
}
