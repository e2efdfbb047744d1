import type { Page } from '@playwright/test'
import { z } from 'zod'
import { BatchRow } from '../../../contract/batches.ts'
import { Customer } from '../../../contract/customers.ts'
import { DisclosureRow } from '../../../contract/disclosures.ts'
import { PurchaseRow } from '../../../contract/purchases.ts'
import { RevisionRow } from '../../../contract/revisions.ts'
import { expect } from './expect.ts'

const shapes = {
  batches: BatchRow,
  customers: Customer,
  purchases: PurchaseRow,
  disclosures: DisclosureRow,
  revisions: RevisionRow,
}
type Noun = keyof typeof shapes
type Rows<N extends Noun> = z.infer<(typeof shapes)[N]>[]

/** What the shop holds, asked with the session of a page, so that a journey finds its own material. */
export async function records<N extends Noun>(page: Page, noun: N, filter: object): Promise<Rows<N>>
export async function records(page: Page, noun: Noun, filter: object) {
  const params = { filter: JSON.stringify(filter), range: '[0,199]' }
  const answer = await page.request.get(`/api/${noun}`, { params })
  expect(answer.status(), `${noun} can be listed`).toBe(200)
  return z.array(shapes[noun]).parse(await answer.json())
}

/** The first of several, which has to be there. */
export function first<T>(rows: readonly T[], what: string): T {
  const [row] = rows
  if (row === undefined) throw new Error(`the invented shop has no ${what}`)
  return row
}
