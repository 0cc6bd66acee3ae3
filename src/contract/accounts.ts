import { z } from 'zod'
import { idSchema, isoInstantSchema } from '#domain/primitives.ts'
import { roleSchema } from './roles.ts'

export const PASSWORD_LENGTH = { min: 12, max: 200 } as const
export const passwordSchema = z.string().min(PASSWORD_LENGTH.min).max(PASSWORD_LENGTH.max)

/** A person's name as they want to be called. */
export const accountNameSchema = z.string().trim().min(1).max(100)

/** Days during which an invitation's link works. */
export const INVITATION_VALID_DAYS = 7

export const invitationRequestSchema = z.object({ email: z.email().max(200), role: roleSchema })

/** The link holds the one-time token in its fragment, and is answered this once. */
export const invitationLinkSchema = z.object({ invitationId: idSchema, link: z.string(), expiresAt: isoInstantSchema })

/** The secret of a one-time link. */
export const tokenSchema = z.string().min(16).max(100)
export const openInvitationRequestSchema = z.object({ token: tokenSchema })
export const openInvitationSchema = z.object({ email: z.string(), role: roleSchema, expiresAt: isoInstantSchema })
export const acceptInvitationSchema = z.object({ token: tokenSchema, name: accountNameSchema, password: passwordSchema })
export type AcceptInvitation = z.infer<typeof acceptInvitationSchema>

/** Hours during which a link to a new password works. */
export const PASSWORD_LINK_VALID_HOURS = 24

/** The link holds the one-time token in its fragment, and is answered this once. */
export const passwordLinkSchema = z.object({ passwordLinkId: idSchema, link: z.string(), expiresAt: isoInstantSchema })

export const openPasswordLinkRequestSchema = z.object({ token: tokenSchema })
export const openPasswordLinkSchema = z.object({ name: z.string(), email: z.string(), expiresAt: isoInstantSchema })
export type OpenPasswordLink = z.infer<typeof openPasswordLinkSchema>
export const usePasswordLinkSchema = z.object({ token: tokenSchema, password: passwordSchema })
export type UsePasswordLink = z.infer<typeof usePasswordLinkSchema>

/**
 * An account as an administrator sees it. `lastSeenAt` is null when it has no open session; `passwordLinkUntil` when no link to a new password
 * is open.
 */
export const personSchema = z.object({
  id: idSchema,
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  deactivatedAt: isoInstantSchema.nullable(),
  lastSeenAt: isoInstantSchema.nullable(),
  hasSecondFactor: z.boolean(),
  passkeys: z.number().int(),
  passwordLinkUntil: isoInstantSchema.nullable(),
})
export type Person = z.infer<typeof personSchema>

/** An invitation nobody has used yet and that still works. */
export const invitationSchema = z.object({
  id: idSchema,
  email: z.string(),
  role: roleSchema,
  createdAt: isoInstantSchema,
  expiresAt: isoInstantSchema,
})
export type Invitation = z.infer<typeof invitationSchema>

export const peopleSchema = z.object({ people: z.array(personSchema), invitations: z.array(invitationSchema) })

export const roleChangeSchema = z.object({ role: roleSchema })
export const nameChangeSchema = z.object({ name: accountNameSchema })

/** How one's own account is protected. `recoveryCodesLeft` is null without a second factor. */
export const mySecuritySchema = z.object({
  hasSecondFactor: z.boolean(),
  recoveryCodesLeft: z.number().int().nullable(),
  passkeys: z.array(z.object({ id: idSchema, name: z.string().nullable(), createdAt: isoInstantSchema.nullable() })),
})
export type MySecurity = z.infer<typeof mySecuritySchema>

/** One's own open sessions, the latest seen first; `isCurrent` is the one that asks. `lastSeenAt` is true to five minutes. */
export const mySessionsSchema = z.object({
  sessions: z.array(
    z.object({ id: idSchema, userAgent: z.string(), signedInAt: isoInstantSchema, lastSeenAt: isoInstantSchema, isCurrent: z.boolean() }),
  ),
})
export type MySession = z.infer<typeof mySessionsSchema>['sessions'][number]
