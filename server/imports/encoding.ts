import { createReadStream } from 'node:fs'
import { CannotImport } from './cannotImport.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'windows-1252'

/**
 * What the bytes of a file are written in. Whatever is not valid UTF-8 is read as Windows-1252, of which Latin-1 is
 * a part: no other guess is right more often for the exports of shops.
 * @throws CannotImport if the file is a workbook, an archive or no text at all
 */
export async function encodingOf(file: string): Promise<Encoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let isFirst = true
  try {
    const chunks: AsyncIterable<Buffer> = createReadStream(file)
    for await (const chunk of chunks) {
      if (isFirst && chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le'
      refuseBinary(chunk, isFirst)
      isFirst = false
      decoder.decode(chunk, { stream: true })
    }
    decoder.decode()
    return 'utf-8'
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1252'
    throw error
  }
}

/** The text of a file, piece by piece, without its byte order mark. `onBytes` hears how far the reading is. */
export async function* decoded(
  file: string,
  encoding: Encoding,
  onBytes: (bytes: number) => void = () => {},
) {
  const decoder = new TextDecoder(encoding)
  const chunks: AsyncIterable<Buffer> = createReadStream(file, { highWaterMark: 256 * 1024 })
  for await (const chunk of chunks) {
    onBytes(chunk.length)
    yield decoder.decode(chunk, { stream: true })
  }
  yield decoder.decode()
}

function refuseBinary(chunk: Buffer, isFirst: boolean) {
  if (isFirst && chunk.subarray(0, 4).equals(Buffer.from('PK\x03\x04'))) {
    throw new CannotImport('The file is a workbook or an archive, not CSV. Save the sheet as CSV first.')
  }
  if (chunk.includes(0)) throw new CannotImport('The file holds bytes that no text has, so it is not CSV.')
}
