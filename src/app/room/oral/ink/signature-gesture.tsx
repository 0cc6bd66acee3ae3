import { SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Signature } from '#domain/sheet.ts'
import { InkSurface } from './ink-surface.tsx'
import { useInk } from './use-ink.ts'

type Way = Signature['kind']

/** A person's gesture while it is made; `signature` is null until there is one. */
export function useSignatureGesture() {
  const [way, setWay] = useState<Way>('drawn')
  const [name, setName] = useState('')
  const ink = useInk()
  return { way, setWay, name, setName, ink, signature: signatureOf(way, ink.strokes, name) }
}

function signatureOf(way: Way, strokes: ReturnType<typeof useInk>['strokes'], name: string): Signature | null {
  if (way === 'drawn') return strokes === null ? null : { kind: 'drawn', strokes }
  return name.trim() === '' ? null : { kind: 'typed', name: name.trim() }
}

interface SignatureGestureProps {
  gesture: ReturnType<typeof useSignatureGesture>
  disabled: boolean
}

/** Drawn with a finger or a stylus, or typed by who cannot draw. */
export function SignatureGesture({ gesture: { way, setWay, name, setName, ink }, disabled }: SignatureGestureProps) {
  const { t } = useTranslation('oral')
  return (
    <>
      <SegmentedControl
        size="md"
        aria-label={t('sign.way')}
        value={way}
        onChange={setWay}
        data={[
          { value: 'drawn', label: t('sign.drawn') },
          { value: 'typed', label: t('sign.typed') },
        ]}
      />
      <div hidden={way !== 'drawn'}>
        <InkSurface ink={ink} label={t('sign.pad')} />
      </div>
      {way === 'typed' && (
        <TextInput
          label={t('sign.typedName')}
          size="md"
          maxLength={300}
          value={name}
          disabled={disabled}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      )}
    </>
  )
}
