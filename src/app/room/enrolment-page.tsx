import { Anchor } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useNavigate } from 'react-router'
import { enrol } from '#device/notebooks.ts'
import { PageHeader } from '../shared/page-header.tsx'
import { guessDeviceName } from './device-name.ts'
import { EnrolmentForm } from './enrolment-form.tsx'
import styles from './forms.module.css'
import { RoomFrame } from './room-frame.tsx'
import { useRoomStore } from './room-store.ts'

/** Where an enrolment link leads: its fragment is the code. */
export function EnrolmentPage() {
  const { t } = useTranslation('room')
  const linkCode = useLinkCode()
  const navigate = useNavigate()
  const open = useRoomStore((state) => state.open)
  return (
    <RoomFrame>
      <PageHeader title={t('enrol.title')} opensVisit>
        {t('enrol.subtitle')}
      </PageHeader>
      <ol className={styles['steps']} aria-label={t('enrol.steps.label')}>
        <li>{t('enrol.steps.choose')}</li>
        <li>{t('enrol.steps.verify')}</li>
        <li>{t('enrol.steps.store')}</li>
      </ol>
      <EnrolmentForm
        // Another link opened in the same tab starts the form anew.
        key={linkCode}
        linkCode={linkCode}
        deviceName={guessDeviceName(navigator.userAgent, navigator.maxTouchPoints)}
        onEnrol={enrol}
        onEnrolled={(notebook) => {
          open(notebook)
          void navigate('/salle', { replace: true })
        }}
      />
      <Anchor component={Link} to="/salle/inscription/fichier" className={styles['other'] ?? ''}>
        {t('offline.link')}
      </Anchor>
    </RoomFrame>
  )
}

/** The code of the link that was opened, taken out of the address bar at once: it is a secret, and history keeps addresses. */
function useLinkCode(): string {
  const { hash, pathname } = useLocation()
  const [linkCode, setLinkCode] = useState(() => readHash(hash))
  useEffect(() => {
    if (hash === '') return
    setLinkCode(readHash(hash))
    window.history.replaceState(window.history.state, '', pathname)
  }, [hash, pathname])
  return linkCode
}

/** Some mail programs percent-encode a fragment's punctuation; a code is plain ASCII. */
function readHash(hash: string): string {
  return hash.slice(1).replace(/%([2-7][0-9A-F])/gi, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
