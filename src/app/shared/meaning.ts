/**
 * What a colour may say, and nothing else: `delivered` confirmed by the server; `device` on this device only; `danger` time over or
 * danger; `neutral` nothing to do yet; `accent` what can be acted on.
 */
export type Meaning = 'delivered' | 'device' | 'danger' | 'neutral' | 'accent'
