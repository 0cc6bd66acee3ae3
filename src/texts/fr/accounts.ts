/** People and rights: sign-in, one's own account, the accounts of others. */
export const accounts = {
  wait: {
    seconds_one: '{{count}} seconde',
    seconds_other: '{{count}} secondes',
    minutes_one: '{{count}} minute',
    minutes_other: '{{count}} minutes',
  },
} as const
