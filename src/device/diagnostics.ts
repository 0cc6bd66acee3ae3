/** Codes, counts and durations only: never a name, a text or an address. */
export type EventDetail = Record<string, string | number | boolean>
export function noteEvent(_event: string, _detail: EventDetail = {}): void {}
