import type { Logger } from 'pino'
import type { Db } from '../server/database/connect.ts'
import { addresses, customers, purchaseItems, purchases } from '../server/database/schema.ts'
import { append } from '../server/events/append.ts'
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
    const { people, homes } = inventCustomers(rand, at, sizes.customers)
    const { bought, items } = inventPurchases(rand, at, people, homes, sizes.purchases)
    await insertAll(people.map(rowOf), (rows) => tx.insert(customers).values(rows))
    await insertAll(homes, (rows) => tx.insert(addresses).values(rows))
    await insertAll(bought, (rows) => tx.insert(purchases).values(rows))
    await insertAll(items, (rows) => tx.insert(purchaseItems).values(rows))

    const colleagues = await hire(tx, at)
    await postPolicies(tx, colleagues, at)
    await deactivateSome(tx, rand, at, colleagues, people, bought)
    await logRequests(tx, rand, at, colleagues, people)
    await append(tx, {
      by: system,
      now: at,
      act: 'fill',
      noun: 'customers',
      id: null,
      details: { customers: people.length, purchases: bought.length },
    })
  })
  // The planner knows nothing of tables that were filled a moment ago.
  await db.execute('ANALYZE')
  log.info({ ms: Math.round(performance.now() - start) }, 'the invented shop is filled')
}

/** PostgreSQL takes 65,535 parameters a statement. */
async function insertAll<Row>(rows: readonly Row[], insert: (chunk: Row[]) => Promise<unknown>) {
  for (let from = 0; from < rows.length; from += 1000) await insert(rows.slice(from, from + 1000))
}
