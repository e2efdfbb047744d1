import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const worthIt = /\.(js|css|svg|json|txt|webmanifest)$/
const smallest = 1024

const brotli = promisify(brotliCompress)
const deflate = promisify(gzip)

/** Lays a `.br` and a `.gz` beside every text of a build, so that the server never compresses while somebody waits. */
export async function compressFolder(folder: string): Promise<void> {
  const files = await readdir(folder, { recursive: true })
  await Promise.all(files.filter((file) => worthIt.test(file)).map((file) => compress(join(folder, file))))
}

async function compress(path: string): Promise<void> {
  const text = await readFile(path)
  if (text.length < smallest) return
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
  }
  await Promise.all([
    brotli(text, { params }).then((body) => writeFile(`${path}.br`, body)),
    deflate(text, { level: constants.Z_BEST_COMPRESSION }).then((body) => writeFile(`${path}.gz`, body)),
  ])
}
