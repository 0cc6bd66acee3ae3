import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { noteHandedOver, readHeld } from '#device/transfer/carried.ts'
import { type Density, type EnvelopeStream, openStream } from '#device/transfer/stream-encoder.ts'
import { PageHeader } from '../../shared/page-header.tsx'
import { useBreakPage } from '../../shared/use-break-page.ts'
import { SendIntroduction } from './send-introduction.tsx'
import { StreamGiving, StreamTooLarge } from './stream-giving.tsx'

type Prepared = { state: 'none' } | { state: 'tooLarge' } | { state: 'ready'; count: number; stream: EnvelopeStream }

/** « Donner par QR »: the envelopes as an endless animated code, until the other device has said it has them. */
export function SendPage() {
  const { t } = useTranslation('transfer')
  const [density, setDensity] = useState<Density>('fine')
  const prepared = usePrepared(density)

  return (
    <>
      <PageHeader title={t('send.title')} />
      {prepared === null && <p role="status">{t('send.preparing')}</p>}
      {prepared?.state === 'none' && <p>{t('send.none')}</p>}
      {prepared?.state === 'tooLarge' && <StreamTooLarge />}
      {prepared?.state === 'ready' && (
        <StreamGiving
          count={prepared.count}
          stream={prepared.stream}
          density={density}
          onDensity={setDensity}
          introduction={(speed, start) => (
            <SendIntroduction count={prepared.count} slices={prepared.stream.slices} speed={speed} onStart={start} />
          )}
          words={{ done: t('send.done'), again: t('send.again') }}
          onReceived={() => noteHandedOver({ at: Date.now(), count: prepared.count, by: 'qr' })}
        />
      )}
      <div>
        <Button component={Link} to="/salle/transfert" variant="subtle" size="lg" leftSection={<IconArrowLeft size={22} aria-hidden />}>
          {t('send.back')}
        </Button>
      </div>
    </>
  )
}

/** The stream of what the address asks for; made anew when the squares change size. Null while it is made. */
function usePrepared(density: Density): Prepared | null {
  const breakPage = useBreakPage()
  const [search] = useSearchParams()
  const scope = search.get('plis') === 'all' ? 'all' : 'waiting'
  const [prepared, setPrepared] = useState<Prepared | null>(null)

  useEffect(() => {
    let isStale = false
    const prepare = async (): Promise<Prepared> => {
      const envelopes = await readHeld(scope)
      if (envelopes.length === 0) return { state: 'none' }
      const opening = await openStream(envelopes, density)
      return opening.ok ? { state: 'ready', count: envelopes.length, stream: opening.stream } : { state: opening.code }
    }
    prepare().then((result) => {
      if (!isStale) setPrepared(result)
    }, breakPage)
    return () => {
      isStale = true
    }
  }, [scope, density, breakPage])
  return prepared
}
