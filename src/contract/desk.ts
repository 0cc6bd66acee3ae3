import { z } from 'zod'
import { partVerdictSchema, presenceSchema, verdictLevelSchema } from '#domain/entry.ts'
import { candidateSchema, examSessionSchema, jurorSchema, oralSchema, panelSchema } from '#domain/exam-session.ts'
import { hashSchema, idSchema, isoDateSchema, isoInstantSchema } from '#domain/primitives.ts'
import { scoreSheetSchema } from '#domain/sheet.ts'
import { receiptSchema } from '#seal/receipt.ts'
import { accountNameSchema, passwordSchema } from './accounts.ts'
import { readinessReportSchema } from './enrolment.ts'
import { problemCodeSchema } from './problems.ts'
import { roleSchema } from './roles.ts'

/** Creates the first coordinator's account with the one-time token printed at the first start. */
export const setupRequestSchema = z.object({
  token: z.string().min(16).max(100),
  name: accountNameSchema,
  email: z.email().max(200),
  password: passwordSchema,
})
export type SetupRequest = z.infer<typeof setupRequestSchema>

export const setupStateSchema = z.object({ needsSetup: z.boolean() })

export const coordinatorSchema = z.object({ id: idSchema, name: z.string(), email: z.string(), role: roleSchema })
export type Coordinator = z.infer<typeof coordinatorSchema>

export const sessionSummarySchema = z.object({
  id: idSchema,
  title: z.string(),
  centre: z.string(),
  startsOn: isoDateSchema,
  endsOn: isoDateSchema,
  candidates: z.number().int(),
  orals: z.number().int(),
  sheetsExpected: z.number().int(),
  sheetsReceived: z.number().int(),
})
export type SessionSummary = z.infer<typeof sessionSummarySchema>
export const sessionListSchema = z.object({ sessions: z.array(sessionSummarySchema) })

export const importedSchema = z.object({ sessionId: idSchema })

/** A received sheet in a list. `superseded`: a later revision of the same sheet was received. */
export const receivedSheetSchema = z.object({
  hash: hashSchema,
  sheetId: idSchema,
  oralId: idSchema,
  jurorId: idSchema,
  revision: z.number().int(),
  presence: presenceSchema,
  partVerdict: partVerdictSchema.nullable(),
  partProposal: partVerdictSchema.nullable(),
  sections: z.array(z.object({ id: idSchema, proposal: verdictLevelSchema.nullable(), verdict: verdictLevelSchema.nullable() })),
  signedAt: isoInstantSchema,
  receivedAt: isoInstantSchema,
  superseded: z.boolean(),
  /** First filled on paper, by whom, and who typed it in; null for the others. */
  transcribed: z.object({ filledBy: z.string(), by: z.string() }).nullable().default(null),
})
export type ReceivedSheet = z.infer<typeof receivedSheetSchema>

export const jurorDeviceSchema = z.object({
  deviceId: hashSchema,
  jurorId: idSchema,
  name: z.string(),
  enrolledAt: isoInstantSchema,
  lastSeenAt: isoInstantSchema.nullable(),
  /** The last check that arrived, with its counts; null when none did. */
  readiness: readinessReportSchema.extend({ failed: z.number().int(), warnings: z.number().int() }).nullable(),
  /** When the desk took it back; null as long as it did not. */
  revokedAt: isoInstantSchema.nullable().default(null),
})
export type JurorDevice = z.infer<typeof jurorDeviceSchema>

/** A delivery of one of the session's devices that was refused: nothing was stored, the sheet is still on the device. */
export const refusalSchema = z.object({ at: isoInstantSchema, deviceId: hashSchema, code: problemCodeSchema })
export type Refusal = z.infer<typeof refusalSchema>

/**
 * What is wrong in the chain of one device's sheets. `missing`: signed on the device and not received. `oralIds`: the orals it can be about; `known`
 * when another document names it by its hash, else they are those that lack this juror's sheet. `forks`: one place, several sheets; those
 * received are among the board's sheets.
 */
export const deviceChainSchema = z.object({
  deviceId: hashSchema,
  jurorId: idSchema,
  missing: z.array(
    z.object({
      /** Place in the device's chain, from 1. */
      place: z.number().int().positive(),
      oralIds: z.array(idSchema),
      known: z.boolean(),
    }),
  ),
  forks: z.array(z.object({ place: z.number().int().positive(), hashes: z.array(hashSchema).min(2) })),
})
export type DeviceChain = z.infer<typeof deviceChainSchema>

/** A device that opened the same enrolment file as another one, which came first: its sheets are refused until it is accepted. */
export const secondDeviceSchema = z.object({ deviceId: hashSchema, jurorId: idSchema, name: z.string(), at: isoInstantSchema })
export type SecondDevice = z.infer<typeof secondDeviceSchema>

const waitingRecoverySchema = z.object({ requestId: hashSchema, deviceId: hashSchema, jurorId: idSchema, requestedAt: isoInstantSchema })
export type WaitingRecovery = z.infer<typeof waitingRecoverySchema>

/** Everything the session page shows; refreshed by server-sent events. A sheet is expected of every panel member for every oral. */
export const sessionBoardSchema = z.object({
  session: examSessionSchema.omit({ supports: true, candidates: true, jurors: true, panels: true, orals: true }),
  candidates: z.array(candidateSchema),
  jurors: z.array(jurorSchema),
  panels: z.array(panelSchema),
  orals: z.array(oralSchema),
  grids: z.array(
    z.object({
      id: idSchema,
      title: z.string(),
      partKey: z.string(),
      durationMinutes: z.number().positive(),
      sections: z.array(z.object({ id: idSchema, title: z.string() })),
    }),
  ),
  sheets: z.array(receivedSheetSchema),
  devices: z.array(jurorDeviceSchema),
  /** The latest first. */
  refusals: z.array(refusalSchema).default([]),
  secondDevices: z.array(secondDeviceSchema).default([]),
  /** Notebooks whose passphrase is forgotten, and that wait for an answer; the latest first. */
  recoveriesWaiting: z.array(waitingRecoverySchema).default([]),
  /** Only the devices whose chain does not hold. */
  chains: z.array(deviceChainSchema).default([]),
  /** Links that keep a panel from sitting: the desk moves the oral, or the juror stands aside. */
  conflicts: z.array(z.object({ panelId: idSchema, jurorId: idSchema, candidateId: idSchema })).default([]),
})
export type SessionBoard = z.infer<typeof sessionBoardSchema>

/** One stored sheet, opened: what the juror recorded, and what the server can prove of it now. */
export const storedSheetSchema = z.object({
  hash: hashSchema,
  jws: z.string(),
  sheet: scoreSheetSchema,
  /** Checked anew at each opening, against the stored bytes. */
  verification: z.object({ signature: z.enum(['valid', 'invalid']), foldMatchesLog: z.boolean(), deviceEnrolled: z.boolean() }),
  receipt: receiptSchema,
  /** Hashes of the other revisions of the same sheet. */
  revisions: z.array(z.object({ hash: hashSchema, revision: z.number().int() })),
})
export type StoredSheet = z.infer<typeof storedSheetSchema>

export const enrolmentLinkSchema = z.object({ link: z.string(), code: z.string() })
