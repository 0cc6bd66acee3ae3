const localDay = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short' })

/** Today where the person sits, `YYYY-MM-DD`. */
export function today(): string {
  return localDay.format(new Date())
}
