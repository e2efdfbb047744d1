import { count, eq, sql } from 'drizzle-orm'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillShop, inventShop } from '../mocks/shop.ts'
import { customers } from '../server/database/schema/customers.ts'
import { disclosures } from '../server/database/schema/disclosures.ts'
import { purchases } from '../server/database/schema/purchases.ts'
import { revisions } from '../server/database/schema/revisions.ts'
import { staff } from '../server/database/schema/staff.ts'
import { verifyEvents } from '../server/events/verify.ts'
import { testDatabase } from './support/database.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
beforeAll(async () => {
  database = await testDatabase()
  const shop = inventShop(new Date('2026-06-01T09:00:00.000Z'))
  await fillShop({ db: database.db, log: pino({ level: 'silent' }) }, shop)
})
afterAll(() => database.close())

describe('the invented shop', () => {
  it('has 2,000 customers, 8,000 purchases, six revisions and seven people', async () => {
    const rows = async (table: typeof customers | typeof purchases | typeof staff) =>
      (await database.db.select({ rows: count() }).from(table))[0]?.rows
    expect([await rows(customers), await rows(purchases), await rows(staff)]).toEqual([2000, 8000, 7])
    const published = await database.db.select().from(revisions).where(eq(revisions.state, 'published'))
    expect(published.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4, 5, 6])
  })

  it('has sixty requests in every state, at least forty of which each officer may see', async () => {
    const states = await database.db
      .select({ state: disclosures.state, rows: count() })
      .from(disclosures)
      .groupBy(disclosures.state)
    expect(states.map(({ state }) => state).sort()).toEqual([
      'approved',
      'awaiting_approval',
      'discarded',
      'draft',
      'in_review',
      'logged',
      'no_data',
      'refused',
    ])
    expect(states.reduce((sum, { rows }) => sum + rows, 0)).toBe(60)
    const officers = await database.db
      .select({ id: staff.id })
      .from(staff)
      .where(sql`${staff.role} in ('compliance', 'manager')`)
    for (const { id } of officers) {
      const [seen] = await database.db
        .select({ rows: count() })
        .from(disclosures)
        .where(sql`${disclosures.handlingLevel} = 'normal' or ${id} = any(${disclosures.visibleTo})`)
      expect(seen?.rows).toBeGreaterThanOrEqual(40)
    }
  })

  it('says why each closed account was closed, and what every corrected one said before', async () => {
    const { rows } = await database.db.execute(sql`
      SELECT count(*) FILTER (WHERE c.status = 'closed') AS closed,
        count(*) FILTER (WHERE c.status = 'closed' AND s.reason IS NOT NULL) AS explained,
        count(*) FILTER (WHERE c.version <> 1 + (SELECT count(*) FROM changes h WHERE h.record_id = c.id)) AS astray
      FROM customers c LEFT JOIN customer_states s ON s.customer_id = c.id`)
    const [told] = rows
    expect(Number(told?.closed)).toBeGreaterThan(10)
    expect(told).toMatchObject({ explained: told?.closed, astray: 0 })
  })

  it('leaves a whole audit record behind', async () => {
    expect(await verifyEvents(database.db)).toMatchObject({ ok: true })
  })
})
