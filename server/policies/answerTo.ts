import { encodingFor, hasAlready, type Packed } from './packed.ts'
import { publicPolicy } from './page.ts'

/** Headers of a request: what the reader can unpack, and what it has already. */
type Asked = { accepts: string | undefined; has: string | undefined }
type Kind = { cache: string; type?: string }
/** Without a body: it is a 304. */
type Answer = { headers: Record<string, string>; body: Uint8Array<ArrayBuffer> | null }

/** A page in the shortest form that the reader can unpack, or nothing but its headers to who has it already. */
export async function answerTo({ accepts, has }: Asked, packed: Packed, kind: Kind): Promise<Answer> {
  const { cache, type = 'text/html' } = kind
  const encoding = encodingFor(accepts, packed)
  const etag = packed.etag(encoding)
  const headers = {
    ETag: etag,
    'Cache-Control': cache,
    'Content-Security-Policy': publicPolicy,
    Vary: 'Accept-Encoding',
  }
  // What a reader keeps takes its headers from this answer too, so that it has to carry all of them.
  if (hasAlready(has, etag)) return { headers, body: null }
  const whole: Record<string, string> = { ...headers, 'Content-Type': `${type}; charset=UTF-8` }
  if (encoding !== 'identity') whole['Content-Encoding'] = encoding
  return { headers: whole, body: await packed.bytes(encoding) }
}
