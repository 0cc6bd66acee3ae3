import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { enrolOffline } from '#device/offline-enrolment.ts'
import { PageHeader } from '../shared/page-header.tsx'
import { guessDeviceName } from './device-name.ts'
import { OfflineEnrolmentForm } from './offline-enrolment-form.tsx'
import { RoomFrame } from './room-frame.tsx'
import { useRoomStore } from './room-store.ts'

/** A notebook opened from a file and a code, on a device without a network. */
export function OfflineEnrolmentPage() {
  const { t } = useTranslation('room')
  const navigate = useNavigate()
  const open = useRoomStore((state) => state.open)
  return (
    <RoomFrame>
      <PageHeader title={t('offline.title')} opensVisit>
        {t('offline.subtitle')}
      </PageHeader>
      <OfflineEnrolmentForm
        deviceName={guessDeviceName(navigator.userAgent, navigator.maxTouchPoints)}
        onEnrol={enrolOffline}
        onEnrolled={(notebook) => {
          open(notebook)
          void navigate('/salle', { replace: true })
        }}
      />
    </RoomFrame>
  )
}
