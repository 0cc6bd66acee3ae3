import { z } from 'zod'

/**
 * What a person of the desk is there for. Administrator: accounts, and all the rest. Manager: grids, journal, data protection.
 * Coordinator: sessions and the day. Reader: sees, changes nothing.
 */
export const roleSchema = z.enum(['administrator', 'manager', 'coordinator', 'reader'])
export type Role = z.infer<typeof roleSchema>

/** The groups of roles the routes name, so that a rule is written once. */
export const EVERYONE = ['administrator', 'manager', 'coordinator', 'reader'] as const satisfies readonly Role[]
/** Prepares sessions and follows the day. */
export const PREPARING = ['administrator', 'coordinator'] as const satisfies readonly Role[]
/** Answers for the certification: its rules, its traces, its data. */
export const GOVERNING = ['administrator', 'manager'] as const satisfies readonly Role[]
/** Gives and takes rights. */
export const ADMINISTERING = ['administrator'] as const satisfies readonly Role[]
