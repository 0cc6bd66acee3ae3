import { Checkbox, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { plainWords } from '#domain/tables/table.ts'
import styles from '../../desk.module.css'
import tableStyles from '../../table.module.css'
import { namer } from '../people-words.ts'
import { usePreparedSession } from '../use-prepared-session.ts'
import { conformityIn } from './support-conformity.ts'
import { SupportRow } from './support-row.tsx'

/** So many are read at once; more are searched. */
const FEW = 8

/** The session's supports, those that do not meet their grid's settings alone when asked. */
export function SupportsTable() {
  const { t } = useTranslation('prepare')
  const { now, grids } = usePreparedSession()
  const [text, setText] = useState('')
  const [onlyFaulty, setOnlyFaulty] = useState(false)
  const nameOf = namer(now)
  const faulty = now.supports.filter((support) => {
    const found = conformityIn({ now, grids }, support)
    return found !== null && !(found.pagesConform && found.deadlineConform)
  })
  const wanted = plainWords(text)
  const shown = (onlyFaulty ? faulty : now.supports).filter(({ candidateId, fileName }) =>
    plainWords(`${nameOf(candidateId)} ${fileName}`).includes(wanted),
  )
  return (
    <section className={styles['section']} aria-labelledby="supports-title">
      <h3 id="supports-title">{t('supports.listTitle')}</h3>
      {now.supports.length > FEW && (
        <div className={styles['tools']} style={{ alignItems: 'end' }}>
          <TextInput
            type="search"
            label={t('supports.search')}
            leftSection={<IconSearch size={18} aria-hidden />}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Checkbox
            py={8}
            label={t('supports.onlyFaulty', { count: faulty.length })}
            checked={onlyFaulty}
            onChange={(event) => setOnlyFaulty(event.currentTarget.checked)}
          />
        </div>
      )}
      {shown.length === 0 ? (
        <p className={styles['plain']}>{now.supports.length === 0 ? t('supports.none') : t('supports.noneShown')}</p>
      ) : (
        <table className={tableStyles['table']} aria-labelledby="supports-title">
          <thead>
            <tr>
              <th scope="col">{t('supports.file')}</th>
              <th scope="col">{t('supports.pages')}</th>
              <th scope="col">{t('supports.annex')}</th>
              <th scope="col">{t('supports.received')}</th>
              <th scope="col">{t('supports.conform')}</th>
              <th scope="col">{t('supports.act')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((support) => (
              <SupportRow key={support.id} support={support} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
