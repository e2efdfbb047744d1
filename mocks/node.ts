import { setupServer } from 'msw/node'
import { handlers } from './handlers.ts'

type Front = { fetch: (request: Request) => Response | Promise<Response> }

/** The front door for screens that run in Node: every request of theirs reaches it as from a browser. */
export const setupFront = (front: Front) => setupServer(...handlers(asFromBrowser(front)))

/** Cookies do not travel through MSW, nor does Node say which site a request comes from; a browser does both. */
function asFromBrowser({ fetch }: Front) {
  const jar = new Map<string, string>()
  return async (request: Request): Promise<Response> => {
    const headers = new Headers(request.headers)
    headers.set('Sec-Fetch-Site', 'same-origin')
    headers.set('Cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '))
    const answer = await fetch(new Request(request, { headers }))
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      jar.set(name, value)
    }
    return answer
  }
}
