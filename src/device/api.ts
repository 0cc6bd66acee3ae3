/** What kept a request from being answered by our server; see callRoute. */
export type ApiFailureCode = 'offline' | 'unreachable' | 'captivePortal' | 'tooLarge' | 'tooMany' | 'serverError' | 'problem'
