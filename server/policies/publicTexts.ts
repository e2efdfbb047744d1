import { compareTexts } from '../../contract/comparison/compareTexts.ts'
import { renderMarkdown } from '../../contract/markdown.ts'
import type { Db } from '../database/connect.ts'
import { comparison } from './comparePage.ts'
import { Html } from './html.ts'
import { keepLast } from './keepLast.ts'
import { type PublicRevision, readPublicText } from './readPublic.ts'

const mostKept = 40

export type PublicTexts = ReturnType<typeof publicTexts>

/** Posted texts and comparisons as HTML, kept ready by the hashes of the texts: the same words always look the same. */
export function publicTexts(db: Db) {
  const texts = keepLast<Html>(mostKept)
  const comparisons = keepLast<Html>(mostKept)
  return {
    textOf: ({ id, contentSha256 }: PublicRevision) =>
      texts(contentSha256, async () => new Html(renderMarkdown(await readPublicText(db, id)))),

    changesBetween: (older: PublicRevision, newer: PublicRevision, language: string) =>
      comparisons(`${older.contentSha256} ${newer.contentSha256} ${language}`, async () => {
        const [before, after] = await Promise.all([
          readPublicText(db, older.id),
          readPublicText(db, newer.id),
        ])
        return comparison(compareTexts(before, after), language)
      }),
  }
}
