import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Calibration } from '#domain/calibration.ts'
import { useBreakPage } from '../../shared/use-break-page.ts'
import { ConfirmDialog } from '../account/confirm-dialog.tsx'
import { useAct } from '../account/use-act.ts'
import { FailureNotice } from '../answered.tsx'
import { callRoute } from '../api.ts'

interface WithdrawCalibrationProps {
  sessionId: string
  calibration: Calibration
  onWithdrawn: () => void
}

/** Takes a case back from the jurors' devices, asked about first. */
export function WithdrawCalibration({ sessionId, calibration: { id, title }, onWithdrawn }: WithdrawCalibrationProps) {
  const { t } = useTranslation('calibration')
  const breakPage = useBreakPage()
  const { busy, failure, run } = useAct()
  const [isAsked, setAsked] = useState(false)
  const withdraw = async () => {
    setAsked(false)
    if (await run(() => callRoute('withdrawCalibration', { params: { sessionId, calibrationId: id } }))) onWithdrawn()
  }
  return (
    <>
      {failure && <FailureNotice failure={failure} />}
      <div>
        <Button variant="default" loading={busy} onClick={() => setAsked(true)}>
          {t('desk.withdraw')}
        </Button>
      </div>
      {isAsked && (
        <ConfirmDialog
          title={t('desk.withdrawTitle', { title })}
          confirm={t('desk.withdrawConfirm')}
          onConfirm={() => void withdraw().catch(breakPage)}
          onClose={() => setAsked(false)}
        >
          {t('desk.withdrawText')}
        </ConfirmDialog>
      )}
    </>
  )
}
