import { Anchor, Button } from '@mantine/core'
import { IconFileExport, IconLink } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { JurorDevice, SessionBoard } from '#contract/desk.ts'
import type { Juror } from '#domain/exam-session.ts'
import { formatMoment } from '../shared/formatters.ts'
import { FailureNotice } from './answered.tsx'
import { callRoute, type Failure } from './api.ts'
import { latestDevice } from './board-view.ts'
import styles from './desk.module.css'
import { DeviceReadiness } from './device-readiness.tsx'
import { DeviceRevocation } from './device-revocation.tsx'
import { EnrolmentCard } from './enrolment-card.tsx'
import { personName } from './person-name.ts'
import { useMay } from './rights.ts'
import { OfflineEnrolmentCard } from './session/offline-enrolment-card.tsx'
import tableStyles from './table.module.css'

/** The id of a juror's row: what needs a person leads there. */
export function jurorRowId(jurorId: string): string {
  return `juror-${jurorId}`
}

/** The session's jurors, their devices, and the way to enrol one more. */
export function JurorDevices({ board }: { board: SessionBoard }) {
  const { t } = useTranslation(['desk', 'vault', 'mail'])
  const may = useMay()
  const [shown, setShown] = useState<{ juror: Juror; link: string } | null>(null)
  const [carried, setCarried] = useState<{ juror: Juror; file: string; code: string } | null>(null)
  const [creating, setCreating] = useState<string | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)

  const create = async (juror: Juror) => {
    setCreating(juror.id)
    setFailure(null)
    const answer = await callRoute('enrolmentLink', { params: { sessionId: board.session.id, jurorId: juror.id } })
    setCreating(null)
    if (answer.outcome === 'ok') setShown({ juror, link: answer.value.link })
    else setFailure(answer)
  }

  const carry = async (juror: Juror) => {
    setCreating(juror.id)
    setFailure(null)
    const answer = await callRoute('offlineEnrolment', { params: { sessionId: board.session.id, jurorId: juror.id } })
    setCreating(null)
    if (answer.outcome === 'ok') setCarried({ juror, ...answer.value })
    else setFailure(answer)
  }

  const notebooks = `/coordination/sessions/${encodeURIComponent(board.session.id)}/carnets`
  return (
    <section className={styles['section']} aria-labelledby="board-jurors">
      <h2 id="board-jurors">{t('jurors.title')}</h2>
      {failure && <FailureNotice failure={failure} />}
      <table className={tableStyles['table']} aria-labelledby="board-jurors">
        <thead>
          <tr>
            <th scope="col">{t('jurors.columns.juror')}</th>
            <th scope="col">{t('jurors.columns.panel')}</th>
            <th scope="col">{t('jurors.columns.device')}</th>
            {may('enrolmentLink') && <th scope="col">{t('jurors.columns.action')}</th>}
          </tr>
        </thead>
        <tbody>
          {board.jurors.map((juror) => (
            <tr key={juror.id} id={jurorRowId(juror.id)} tabIndex={-1} className={styles['target']}>
              <th scope="row">
                <div className={styles['cell']}>
                  <span>{personName(juror)}</span>
                  <span className={styles['soft']}>
                    {juror.quality}, {juror.external ? t('jurors.external') : t('jurors.internal')}
                  </span>
                </div>
              </th>
              <td data-label={t('jurors.columns.panel')}>
                {board.panels
                  .filter((panel) => panel.jurorIds.includes(juror.id))
                  .map((panel) => panel.name)
                  .join(', ')}
              </td>
              <td data-label={t('jurors.columns.device')}>
                <DeviceWords juror={juror} device={latestDevice(board, juror.id)} />
                <RevokedDevices devices={board.devices.filter(({ jurorId }) => jurorId === juror.id)} />
              </td>
              {may('enrolmentLink') && (
                <td data-label={t('jurors.columns.action')} data-stacked>
                  <div className={styles['cell']}>
                    <Button
                      variant="default"
                      size="sm"
                      leftSection={<IconLink size={18} aria-hidden />}
                      loading={creating === juror.id}
                      onClick={() => void create(juror)}
                    >
                      {t('jurors.createLink')}
                      <span className="cdj-visually-hidden"> {t('jurors.forJuror', { name: personName(juror) })}</span>
                    </Button>
                    <Button
                      variant="subtle"
                      size="sm"
                      leftSection={<IconFileExport size={18} aria-hidden />}
                      loading={creating === juror.id}
                      onClick={() => void carry(juror)}
                    >
                      {t('offline.make')}
                      <span className="cdj-visually-hidden"> {t('jurors.forJuror', { name: personName(juror) })}</span>
                    </Button>
                    <Revocation board={board} juror={juror} onRevoked={() => void create(juror)} />
                  </div>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles['acts']}>
        {may('jurorAddresses') && (
          <Anchor component={Link} to={`${notebooks}#desk-mail`}>
            {t('mail:desk.link')}
          </Anchor>
        )}
        <Anchor component={Link} to={notebooks}>
          {t('vault:desk.link')}
        </Anchor>
      </div>
      <EnrolmentCard shown={shown} onClose={() => setShown(null)} />
      <OfflineEnrolmentCard shown={carried} onClose={() => setCarried(null)} />
    </section>
  )
}

/** Only a device the juror has can be taken back. */
function Revocation({ board, juror, onRevoked }: { board: SessionBoard; juror: Juror; onRevoked: () => void }) {
  const may = useMay()
  const device = latestDevice(board, juror.id)
  return device && may('revokeDevice') ? <DeviceRevocation board={board} juror={juror} device={device} onRevoked={onRevoked} /> : null
}

function RevokedDevices({ devices }: { devices: readonly JurorDevice[] }) {
  const { t } = useTranslation('desk')
  return devices.map(({ deviceId, name, revokedAt }) =>
    revokedAt === null ? null : (
      <div key={deviceId} className={styles['soft']}>
        {t('jurors.revoked', { device: name, when: formatMoment(Date.parse(revokedAt)) })}
      </div>
    ),
  )
}

function DeviceWords({ juror, device }: { juror: Juror; device: JurorDevice | null }) {
  const { t } = useTranslation('desk')
  if (!device) return <span className={styles['soft']}>{t('jurors.noDevice')}</span>
  const when = (iso: string) => formatMoment(Date.parse(iso))
  return (
    <div className={styles['cell']}>
      <span>{device.name}</span>
      <span className={styles['soft']}>
        {t('jurors.enrolled', { when: when(device.enrolledAt) })},{' '}
        {device.lastSeenAt ? t('jurors.seen', { when: when(device.lastSeenAt) }) : t('jurors.neverSeen')}
      </span>
      {device.readiness ? (
        <DeviceReadiness juror={juror} device={device} report={device.readiness} />
      ) : (
        <span className={styles['soft']}>{t('jurors.readiness.none')}</span>
      )}
    </div>
  )
}
