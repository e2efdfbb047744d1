import type { Logger } from 'pino'
import type { Db } from '../server/database/connect.ts'
import {
  addresses,
  customers,
  purchaseActivations,
  purchaseItems,
  purchases,
} from '../server/database/schema.ts'
import { append, appendAll } from '../server/events/append.ts'
import { readSetting } from '../server/shopSettings/readSetting.ts'
import { bulkInsert } from './bulkInsert.ts'
import { random } from './random.ts'
import { deactivateSome } from './shop/activations.ts'
import { hire, system } from './shop/colleagues.ts'
import { inventCustomers, rowOf } from './shop/customers.ts'
import { postPolicies } from './shop/policies.ts'
import { inventPurchases } from './shop/purchases.ts'
import { logRequests } from './shop/requests.ts'

const sizes = { customers: 2000, purchases: 8000 }

/**
 * Fills an empty database with the invented shop, in one transaction: 2,000 customers, 8,000 purchases over four years,
 * 60 disclosure requests, six revisions of the privacy policy and the seven demonstration accounts. The same `now` and
 * `seed` give the same shop, but for its ids.
 */
export async function fillShop({
  db,
  now,
  log,
  seed = 2006,
}: {
  db: Db
  now: () => Date
  log: Logger
  seed?: number
}): Promise<void> {
  const start = performance.now()
  const at = now()
  const rand = random(seed)
  await db.transaction(async (tx) => {
    const colleagues = await hire(tx, at)
    const { inactiveDays } = await readSetting(tx, 'deactivation')
    const { people, homes } = inventCustomers(rand, at, sizes.customers)
    const { bought, items } = inventPurchases(rand, at, people, homes, sizes.purchases)
    const { history, entries } = deactivateSome(rand, at, colleagues, people, bought, inactiveDays)
    await bulkInsert(tx, customers, people.map(rowOf))
    await bulkInsert(tx, addresses, homes)
    await bulkInsert(tx, purchases, bought)
    await bulkInsert(tx, purchaseItems, items)
    await bulkInsert(tx, purchaseActivations, history)
    await appendAll(tx, entries)
    await postPolicies(tx, colleagues, at)
    await logRequests(tx, rand, at, colleagues, people)
    const details = { customers: people.length, purchases: bought.length }
    await append(tx, { by: system, now: at, act: 'fill', noun: 'customers', id: null, details })
  })
  log.info({ ms: Math.round(performance.now() - start) }, 'the invented shop is filled')
}
