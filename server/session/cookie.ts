import { generateCookie } from 'hono/cookie'
import { parse } from 'hono/utils/cookie'

/**
 * The session cookie. Browsers take the `__Host-` name only over https, from this host, for the whole site, so no
 * other host can plant one; on loopback without TLS the plain name stands in.
 */
export function sessionCookie(secure: boolean) {
  const name = secure ? '__Host-steward' : 'steward'
  const options = { httpOnly: true, sameSite: 'Strict', path: '/', secure } as const
  return {
    read: (headers: Headers): string | undefined => parse(headers.get('cookie') ?? '', name)[name],
    set: (token: string): string => generateCookie(name, token, options),
    clear: (): string => generateCookie(name, '', { ...options, maxAge: 0 }),
  }
}
