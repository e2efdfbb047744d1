import { createHash } from 'node:crypto'

/** What a text is recognised by: the SHA-256 of its bytes in UTF-8, in hexadecimal. */
export const contentSha256 = (body: string) => createHash('sha256').update(body, 'utf8').digest('hex')
