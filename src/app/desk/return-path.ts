const DESK = '/coordination'
const SIGN_IN = `${DESK}/connexion`
const PARAMETER = 'retour'

/** The sign-in page, told where to come back to. */
export function signInPath({ pathname, search }: { pathname: string; search: string }): string {
  return pathname === DESK ? SIGN_IN : `${SIGN_IN}?${new URLSearchParams({ [PARAMETER]: pathname + search }).toString()}`
}

/** Where to go after signing in: a page of the desk, never an address somebody else wrote into the link. */
export function returnPath(search: string): string {
  const asked = new URLSearchParams(search).get(PARAMETER)
  return asked?.startsWith(`${DESK}/`) && !asked.includes('..') ? asked : DESK
}
