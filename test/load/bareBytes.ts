import { createServer, get, type IncomingMessage } from 'node:http'

/** The bytes and headers of another server's page behind `node:http` alone: what there is to be reached. */
const { SOURCE = '' } = process.env
const source = await new Promise<IncomingMessage>((resolve, reject) => {
  get(SOURCE, { headers: { 'Accept-Encoding': 'br' } }, resolve).on('error', reject)
})
const chunks: Buffer[] = []
for await (const chunk of source) chunks.push(Buffer.from(chunk))
const body = Buffer.concat(chunks)
const kept = ['content-type', 'content-encoding', 'cache-control', 'content-security-policy', 'etag', 'vary']
const headers = Object.fromEntries(
  kept.flatMap((name) => {
    const value = source.headers[name]
    return value === undefined ? [] : [[name, value]]
  }),
)

const server = createServer((request, response) => {
  const isKnown = request.headers['if-none-match'] === headers.etag
  response.writeHead(isKnown ? 304 : 200, isKnown ? headers : { ...headers, 'Content-Length': body.length })
  response.end(isKnown || request.method === 'HEAD' ? undefined : body)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address && typeof address === 'object') console.log(`listens on http://127.0.0.1:${address.port}`)
})
process.once('SIGTERM', () => {
  server.close()
  server.closeAllConnections()
})
