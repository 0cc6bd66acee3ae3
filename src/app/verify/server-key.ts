import { routePath } from '#contract/routes.ts'
import { serverKeysSchema } from '#domain/session-package.ts'
import { thumbprint } from '#seal/keys.ts'

/** The thumbprint of the key of the server that gave this page, or null when it cannot be asked now. */
export async function thisServersKeyId(): Promise<string | null> {
  try {
    const response = await fetch(routePath('serverKeys'))
    const keys = response.ok ? serverKeysSchema.safeParse(await response.json()) : null
    return keys?.success ? await thumbprint(keys.data.signing) : null
  } catch (cause) {
    // No network (TypeError), or an answer that is not the server's (SyntaxError): the key is then not compared, and the report says so.
    if (cause instanceof TypeError || cause instanceof SyntaxError) return null
    throw cause
  }
}
