import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse'
import { findCardNumber } from '../../contract/cards.ts'

type Digits = { cards: number; missed: string[]; others: number; alarms: string[] }

/** Holds the card guard against published numbers: `expect` says what must and must not be flagged. */
export async function digits(folder: string): Promise<Digits> {
  const found: Digits = { cards: 0, missed: [], others: 0, alarms: [] }
  for (const file of ['cards_published_test_numbers_visible.csv', 'not_cards_visible.csv']) {
    const rows = createReadStream(join(folder, 'digits', file)).pipe(parse({ columns: true, bom: true }))
    for await (const { text, expect } of rows) {
      const isFlagged = findCardNumber(text) !== null
      if (expect === 'flagged') found.cards += 1
      if (expect === 'flagged' && !isFlagged) found.missed.push(text)
      if (expect === 'not_flagged') found.others += 1
      if (expect === 'not_flagged' && isFlagged) found.alarms.push(text)
    }
  }
  return found
}
