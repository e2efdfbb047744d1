import { createServer, type RequestListener, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { CannotStart, codeOf } from './cannotStart.ts'

type Fetch = Parameters<typeof getRequestListener>[0]

const SECOND = 1000
const PATIENCE = 10 * SECOND

export type Listening = { url: string; close(): Promise<void>; closeNow(): void }

/**
 * Listens for requests, giving up on callers that dawdle: 10 s for the headers, 30 s for the whole request.
 * @throws CannotStart if the address or port cannot be had
 */
export async function listen(
  fetch: Fetch,
  { host, port }: { host: string; port: number },
): Promise<Listening> {
  const server = createServer(
    {
      // Five hundred ids in an address take 22 KB (`filter={"id":[…]}`); Node's own limit is 16.
      maxHeaderSize: 32 * 1024,
      headersTimeout: 10 * SECOND,
      requestTimeout: 30 * SECOND,
      keepAliveTimeout: 5 * SECOND,
      // How often those limits are looked at; Node's own 30 s would make 10 s mean 40.
      connectionsCheckingInterval: SECOND,
    },
    handler(fetch),
  )
  const bound = await bind(server, host, port)
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    close: () => finish(server),
    closeNow: () => server.closeAllConnections(),
  }
}

function handler(fetch: Fetch): RequestListener {
  const answer = getRequestListener(fetch)
  return (request, response) => void answer(request, response)
}

function bind(server: Server, host: string, port: number) {
  return new Promise<number>((resolve, reject) => {
    server.once('error', (error) => reject(new CannotStart(reasonOf(error, host, port))))
    server.listen(port, host, () => {
      const address = server.address()
      resolve(address && typeof address === 'object' ? address.port : port)
    })
  })
}

function reasonOf(error: Error, host: string, port: number) {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is taken by another program, perhaps an earlier Steward. Choose another with PORT.`
    case 'EACCES':
      return `This account may not listen on port ${port}. Choose one above 1023 with PORT.`
    default:
      return `Steward cannot listen on ${host}, port ${port} (${codeOf(error)}). Choose others with HOST and PORT.`
  }
}

/** Takes no new connections and lets requests under way finish, for up to ten seconds. */
async function finish(server: Server) {
  if (!server.listening) return
  const impatient = setTimeout(() => server.closeAllConnections(), PATIENCE)
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
  clearTimeout(impatient)
}
