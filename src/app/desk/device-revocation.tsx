import { Button } from '@mantine/core'
import { IconDeviceTabletX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { JurorDevice, SessionBoard } from '#contract/desk.ts'
import type { Juror } from '#domain/exam-session.ts'
import { useBreakPage } from '../shared/use-break-page.ts'
import { ConfirmDialog } from './account/confirm-dialog.tsx'
import { useAct } from './account/use-act.ts'
import { FailureNotice } from './answered.tsx'
import { callRoute } from './api.ts'
import { personName } from './person-name.ts'

interface DeviceRevocationProps {
  board: SessionBoard
  juror: Juror
  device: JurorDevice
  /** What replaces it. */
  onRevoked: () => void
}

/** Takes a device back, once it is confirmed, and goes on to the one that replaces it. */
export function DeviceRevocation({ board, juror, device, onRevoked }: DeviceRevocationProps) {
  const { t } = useTranslation('desk')
  const breakPage = useBreakPage()
  const [asking, setAsking] = useState(false)
  const { busy, failure, run } = useAct()
  const name = personName(juror)
  const revoke = async () => {
    setAsking(false)
    const params = { sessionId: board.session.id, deviceId: device.deviceId }
    if (await run(() => callRoute('revokeDevice', { params }))) onRevoked()
  }
  return (
    <>
      <Button
        variant="subtle"
        size="sm"
        c="var(--cdj-danger)"
        leftSection={<IconDeviceTabletX size={18} aria-hidden />}
        loading={busy}
        onClick={() => setAsking(true)}
      >
        {t('jurors.revoke')}
        <span className="cdj-visually-hidden"> {t('jurors.revokeOf', { name })}</span>
      </Button>
      {failure && <FailureNotice failure={failure} />}
      {asking && (
        <ConfirmDialog
          title={t('jurors.revokeTitle', { device: device.name, name })}
          confirm={t('jurors.revokeAct')}
          onConfirm={() => void revoke().catch(breakPage)}
          onClose={() => setAsking(false)}
        >
          {t('jurors.revokeText')}
        </ConfirmDialog>
      )}
    </>
  )
}
