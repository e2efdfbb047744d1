import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Checkpoint } from './checkpoint.ts'

const newline = 0x0a
// Some nine lines: the last one is always in it whole.
const tail = 16_384

/**
 * Adds a checkpoint that follows the last one in the file, and returns it once it is on the disk. The last line is
 * read anew each time, since a second server may write into the same folder.
 * @param follow answers the line to write, or null for none
 */
export async function appendCheckpoint(
  path: string,
  follow: (last: Checkpoint | null) => Checkpoint | null,
): Promise<Checkpoint | null> {
  const file = await open(path, 'a+', 0o600)
  try {
    const { size } = await file.stat()
    const from = Math.max(0, size - tail)
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(size - from), position: from })
    const whole = buffer.subarray(0, bytesRead).lastIndexOf(newline) + 1
    const next = follow(lastLine(buffer.subarray(0, whole)))
    if (next === null) return null
    // What follows the last newline is a line that a power cut left half written.
    if (whole < bytesRead) await file.truncate(from + whole)
    await file.appendFile(`${JSON.stringify(next)}\n`)
    await file.sync()
    return next
  } finally {
    await file.close()
  }
}

/** The complete lines of the file, one after the other; a half-written last line is none. */
export async function* checkpointLines(path: string): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of createReadStream(path, 'utf8')) {
    const lines = `${rest}${chunk}`.split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}

function lastLine(lines: Buffer): Checkpoint | null {
  const last = lines.toString().trimEnd().split('\n').at(-1)
  return last ? Checkpoint.parse(JSON.parse(last)) : null
}
