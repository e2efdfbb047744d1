import type { Logger } from 'pino'
import type { Db } from '../server/database/connect.ts'
import { addresses, changes, customerStates, customers } from '../server/database/schema/customers.ts'
import {
  purchaseActivations,
  purchaseItems,
  purchaseOrderStates,
  purchases,
} from '../server/database/schema/purchases.ts'
import { append, appendAll } from '../server/events/append.ts'
import { readSetting } from '../server/shopSettings/readSetting.ts'
import { bulkInsert } from './bulkInsert.ts'
import { random } from './random.ts'
import { deactivateSome } from './shop/activations.ts'
import { hire, system } from './shop/colleagues.ts'
import { correctSome } from './shop/corrections.ts'
import { inventCustomers, rowOf } from './shop/customers.ts'
import { postPolicies } from './shop/policies.ts'
import { heldBack, inventPurchases } from './shop/purchases.ts'
import { logRequests } from './shop/requests.ts'

const sizes = { customers: 2000, purchases: 8000 }

type Shop = ReturnType<typeof inventShop>

/** 2,000 customers and their 8,000 purchases over four years. The same instant and seed give the same shop, but for its ids. */
export function inventShop(at: Date, seed = 2006) {
  const rand = random(seed)
  const { people, homes } = inventCustomers(rand, at, sizes.customers)
  return { at, seed, rand, people, homes, ...inventPurchases(rand, at, people, homes, sizes.purchases) }
}

/**
 * Fills an empty database with the invented shop, in one transaction: its customers and purchases, 60 disclosure
 * requests, six revisions of the privacy policy and the seven demonstration accounts.
 */
export async function fillShop(
  { db, log }: { db: Db; log: Logger },
  { at, seed, rand, people, homes, bought, items }: Shop,
): Promise<void> {
  const start = performance.now()
  await db.transaction(async (tx) => {
    const colleagues = await hire(tx, at)
    const { inactiveDays } = await readSetting(tx, 'deactivation')
    const putAway = deactivateSome(rand, at, colleagues, people, bought, inactiveDays)
    const corrected = correctSome(random(seed + 1), at, colleagues, people)
    await bulkInsert(tx, customers, people.map(rowOf))
    await bulkInsert(tx, addresses, homes)
    await bulkInsert(tx, purchases, bought)
    await bulkInsert(tx, purchaseItems, items)
    await bulkInsert(tx, purchaseOrderStates, heldBack(bought))
    await bulkInsert(tx, purchaseActivations, putAway.history)
    await bulkInsert(tx, changes, corrected.history)
    await bulkInsert(tx, customerStates, corrected.states)
    await appendAll(tx, putAway.entries)
    await appendAll(tx, corrected.entries)
    await postPolicies(tx, colleagues, at)
    await logRequests(tx, rand, at, colleagues, people)
    const details = { customers: people.length, purchases: bought.length }
    await append(tx, { by: system, now: at, act: 'fill', noun: 'customers', id: null, details })
  })
  log.info({ ms: Math.round(performance.now() - start) }, 'the invented shop is filled')
}
