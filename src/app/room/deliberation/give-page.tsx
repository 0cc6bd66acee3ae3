import { Button } from '@mantine/core'
import { IconArrowLeft, IconPlayerPlay } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { type Giving, giveMinutes, giveSheets, giveSignature } from '#device/deliberation/give.ts'
import type { Notebook } from '#device/notebook.ts'
import { type Density, type EnvelopeStream, openStream } from '#device/transfer/stream-encoder.ts'
import { PageHeader } from '../../shared/page-header.tsx'
import { useBreakPage } from '../../shared/use-break-page.ts'
import { useNotebook } from '../notebook-context.tsx'
import { StreamGiving, StreamTooLarge } from '../transfer/stream-giving.tsx'
import { roughDuration, streamSeconds } from '../transfer/transfer-words.ts'
import styles from './deliberation.module.css'
import { GivingRefusal } from './giving-refusal.tsx'
import { jurorNames } from './juror-names.ts'

type What = 'sheets' | 'minutes' | 'signature'
const WHAT: Readonly<Record<string, What>> = { fiches: 'sheets', pv: 'minutes', signature: 'signature' }

/** Sheets, minutes or a signature as an animated code, sealed to those it is for. */
export function GivePage() {
  const { t } = useTranslation(['deliberation', 'transfer'])
  const notebook = useNotebook()
  const { what: place = '', id = '', day = '' } = useParams()
  const what = WHAT[place] ?? 'sheets'
  const [density, setDensity] = useState<Density>('fine')
  const prepared = usePrepared(what, id, day, density)
  const back = what === 'sheets' ? '/salle/deliberation' : `/salle/deliberation/pv/${id}`

  return (
    <>
      <PageHeader title={t('deliberation:give.title')} />
      {prepared === null && <p role="status">{t('deliberation:give.preparing')}</p>}
      {prepared?.state === 'refused' && <GivingRefusal refusal={prepared.refusal} />}
      {prepared?.state === 'tooLarge' && <StreamTooLarge />}
      {prepared?.state === 'ready' && (
        <StreamGiving
          count={prepared.count}
          stream={prepared.stream}
          density={density}
          onDensity={setDensity}
          introduction={(speed, start) => (
            <section className={styles['panel']}>
              <p>
                <strong>{t(`deliberation:give.${what}To`, { names: jurorNames(notebook, prepared.toJurorIds) })}</strong>
              </p>
              <p>{t('deliberation:give.show')}</p>
              <p className={styles['quiet']}>
                {t('deliberation:give.duration', { duration: roughDuration(streamSeconds(prepared.stream.slices, speed)) })}{' '}
                {t('transfer:send.before.flicker')}
              </p>
              <div className={styles['row']}>
                <Button size="lg" leftSection={<IconPlayerPlay size={22} aria-hidden />} onClick={start}>
                  {t('deliberation:give.start')}
                </Button>
              </div>
            </section>
          )}
          words={{ done: t('deliberation:give.done'), again: t('deliberation:give.again') }}
        />
      )}
      <div>
        <Button component={Link} to={back} variant="subtle" size="lg" leftSection={<IconArrowLeft size={22} aria-hidden />}>
          {t('deliberation:give.back')}
        </Button>
      </div>
    </>
  )
}

type Prepared =
  | { state: 'refused'; refusal: Extract<Giving, { ok: false }> }
  | { state: 'tooLarge' }
  | { state: 'ready'; count: number; toJurorIds: string[]; stream: EnvelopeStream }

function make(notebook: Notebook, what: What, id: string, day: string): Promise<Giving> {
  if (what === 'sheets') return giveSheets(notebook, id, day)
  return what === 'minutes' ? giveMinutes(notebook, id) : giveSignature(notebook, id)
}

/** Sealed once, and cut anew when the squares change size. Null while it is made. */
function usePrepared(what: What, id: string, day: string, density: Density): Prepared | null {
  const breakPage = useBreakPage()
  const notebook = useNotebook()
  const [giving, setGiving] = useState<Giving | null>(null)
  const [prepared, setPrepared] = useState<Prepared | null>(null)

  useEffect(() => {
    let isStale = false
    make(notebook, what, id, day).then((made) => {
      if (!isStale) setGiving(made)
    }, breakPage)
    return () => {
      isStale = true
    }
  }, [notebook, what, id, day, breakPage])

  useEffect(() => {
    if (giving === null) return
    let isStale = false
    const prepare = async (): Promise<Prepared> => {
      if (!giving.ok) return { state: 'refused', refusal: giving }
      const opening = await openStream(giving.envelopes, density)
      return opening.ok
        ? { state: 'ready', count: giving.count, toJurorIds: giving.toJurorIds, stream: opening.stream }
        : { state: 'tooLarge' }
    }
    prepare().then((result) => {
      if (!isStale) setPrepared(result)
    }, breakPage)
    return () => {
      isStale = true
    }
  }, [giving, density, breakPage])
  return prepared
}
