import { oralsOfDay } from '#domain/compose-minutes.ts'
import type { Oral, Panel } from '#domain/exam-session.ts'
import { panelThrough } from '#domain/panel-seats.ts'
import type { PublicJwk } from '#domain/session-package.ts'
import type { Notebook } from '../notebook.ts'
import { secretsOf } from '../open-notebook.ts'

/** One of the juror's panels on one day: what one deliberation, and one set of minutes, is about. */
export interface PanelDay {
  /** As it sits that day. */
  panel: Panel
  /** `YYYY-MM-DD`, in the centre's own time. */
  day: string
  /** In order of time. */
  orals: Oral[]
  /** This juror presides. */
  presides: boolean
}

/** The juror's panel days, the earliest first. */
export function panelDays(notebook: Notebook): PanelDay[] {
  const { session, jurorId } = notebook.package
  return session.panels
    .flatMap((known) => {
      const days = new Set(session.orals.filter(({ panelId }) => panelId === known.id).map(({ startsAt }) => startsAt.slice(0, 10)))
      return [...days].map((day) => {
        const orals = oralsOfDay(session, known.id, day)
        const panel = panelThrough(known, orals)
        return { panel, day, orals, presides: panel.presidentId === jurorId }
      })
    })
    .filter(({ panel }) => panel.jurorIds.includes(jurorId))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/** One panel day by its panel and day, or null. */
export function findPanelDay(notebook: Notebook, panelId: string, day: string): PanelDay | null {
  return panelDays(notebook).find((one) => one.panel.id === panelId && one.day === day) ?? null
}

/** A juror's name as the session has it, or null for somebody else. */
export function jurorName(notebook: Notebook, jurorId: string): string | null {
  const juror = notebook.package.session.jurors.find(({ id }) => id === jurorId)
  return juror ? `${juror.firstName} ${juror.lastName}` : null
}

/** The public signing key of a juror's enrolled device, or null when this notebook does not know that device as that juror's. */
export function signingKeyOf(notebook: Notebook, jurorId: string, deviceId: string): PublicJwk | null {
  if (jurorId === notebook.juror.id && deviceId === notebook.deviceId) return secretsOf(notebook).publicKey
  return notebook.package.deviceKeys.find((device) => device.jurorId === jurorId && device.deviceId === deviceId)?.key ?? null
}

/** The juror whose enrolled device that is, or null. */
export function deviceOwner(notebook: Notebook, deviceId: string): string | null {
  if (deviceId === notebook.deviceId) return notebook.juror.id
  return notebook.package.deviceKeys.find((device) => device.deviceId === deviceId)?.jurorId ?? null
}

/** Sealing keys of every device a juror has enrolled, this device left out. Empty: the package must be refreshed first. */
export function sealingKeysOf(notebook: Notebook, jurorId: string): PublicJwk[] {
  return notebook.package.deviceKeys
    .filter((device) => device.jurorId === jurorId && device.deviceId !== notebook.deviceId)
    .map((device) => device.sealingKey)
}

/** Members of a panel no other device is known of: what is sealed for the panel would not reach them. */
export function unknownMembers(notebook: Notebook, panel: Panel): string[] {
  return panel.jurorIds.filter((id) => id !== notebook.juror.id && sealingKeysOf(notebook, id).length === 0)
}
