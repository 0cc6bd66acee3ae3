import { Button, Checkbox } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../shared/notice.tsx'
import { useBreakPage } from '../../shared/use-break-page.ts'
import { useAct } from '../account/use-act.ts'
import { Answered, FailureNotice } from '../answered.tsx'
import { type AnswerOf, callRoute } from '../api.ts'
import styles from '../desk.module.css'
import { useMay } from '../rights.ts'
import { useAnswer } from '../use-answer.ts'

interface Place {
  sessionId: string
  candidateId: string
}

/** What a candidate acquired in earlier sessions: to see, and for those who may, to change. */
export function AcquiredBlocks({ place }: { place: Place }) {
  const { t } = useTranslation('results')
  const loaded = useAnswer('acquiredBlocks', { ...place })
  return (
    <section className={styles['section']} aria-labelledby="acquired-blocks">
      <h2 id="acquired-blocks">{t('acquired.title')}</h2>
      <p className={styles['plain']}>{t('acquired.why')}</p>
      <Answered loaded={loaded}>{(value) => <AcquiredForm place={place} value={value} />}</Answered>
    </section>
  )
}

function AcquiredForm({ place, value: { blocks, acquired } }: { place: Place; value: AnswerOf<'acquiredBlocks'> }) {
  const { t } = useTranslation('results')
  const may = useMay()
  const breakPage = useBreakPage()
  const { busy, failure, run } = useAct()
  const [chosen, setChosen] = useState<readonly string[]>(acquired)
  const [isSaved, setSaved] = useState(false)
  if (!may('setAcquiredBlocks')) {
    const known = blocks.filter(({ id }) => acquired.includes(id))
    if (known.length === 0) return <p className={styles['plain']}>{t('acquired.none')}</p>
    return (
      <ul>
        {known.map((block) => (
          <li key={block.id}>{t('acquired.block', block)}</li>
        ))}
      </ul>
    )
  }
  const save = async () => {
    setSaved(false)
    if (await run(() => callRoute('setAcquiredBlocks', { params: { ...place }, body: { acquired: [...chosen] } }))) setSaved(true)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save().catch(breakPage)
  }
  const toggle = (id: string, isAcquired: boolean) => {
    setSaved(false)
    setChosen(isAcquired ? [...chosen, id] : chosen.filter((other) => other !== id))
  }
  return (
    <>
      {failure && <FailureNotice failure={failure} />}
      <form className={styles['card']} onSubmit={submit} aria-labelledby="acquired-blocks">
        {blocks.map((block) => (
          <Checkbox
            key={block.id}
            label={t('acquired.block', block)}
            checked={chosen.includes(block.id)}
            onChange={(event) => toggle(block.id, event.currentTarget.checked)}
          />
        ))}
        <p className={`${styles['plain']} ${styles['soft']}`}>{t('acquired.frozen')}</p>
        <div className={styles['tools']}>
          <Button type="submit" variant="default" loading={busy}>
            {t('acquired.save')}
          </Button>
        </div>
      </form>
      {isSaved && <Notice tone="info" role="status" title={t('acquired.saved')} />}
    </>
  )
}
