import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { CustomerRow } from '../contract/customers.ts'
import { PurchaseRow } from '../contract/purchases.ts'
import { addCustomer, addPurchase } from '../mocks/builders.ts'
import { searchCustomers } from '../server/customers/search.ts'
import { shaped, testApp } from './support/app.ts'
import { deactivation, look } from './support/batches.ts'

let shop: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  shop = await testApp()
  // Ten thousand and five hundred of one company: more than are counted. Their names begin late in the alphabet.
  await shop.ownerDb.execute(sql`
    INSERT INTO customers (id, first_name, last_name, company, created_at, updated_at)
    SELECT gen_random_uuid(), 'Person', 'Zorn ' || lpad(n::text, 5, '0'), 'Quellwerk', now(), now() FROM generate_series(1, 10500) AS n`)
  await shop.ownerDb.execute(sql`
    INSERT INTO customers (id, first_name, last_name, created_at, updated_at)
    SELECT gen_random_uuid(), 'Early', 'Aal ' || n, now(), now() FROM generate_series(1, 1200) AS n`)
  // Eleven hundred of two other companies, and three who bear the name of one.
  for (const company of ['Nordlicht', 'Laterne'])
    await shop.ownerDb.execute(sql`
      INSERT INTO customers (id, first_name, last_name, company, created_at, updated_at)
      SELECT gen_random_uuid(), 'Person', 'Mohn ' || lpad(n::text, 5, '0'), ${company}, now(), now() FROM generate_series(1, 1100) AS n`)
  await addCustomer(shop.db, { firstName: 'Before', lastName: 'Abel', company: 'Nordlicht' })
  await addCustomer(shop.db, { lastName: 'Nordlicht-Meier' })
  await addCustomer(shop.db, { lastName: 'NÓRDLICHT' })
})
afterAll(() => shop.close())

const names = async (q: string, range = [0, 24]) => {
  const answer = await shop.as('service').list('customers', { q }, range, ['lastName', 'ASC'])
  return { answer, names: shaped(z.array(CustomerRow), answer).map(({ lastName }) => lastName) }
}
const mohn = (from: number, to: number) => numbered(from, to).map((name) => name.replace('Zorn', 'Mohn'))
const numbered = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => `Zorn ${String(from + n).padStart(5, '0')}`)

describe('a search that more than ten thousand match', () => {
  test('says so, and shows the first of them in order, however far down they stand', async () => {
    const { answer, names: found } = await names('quellwerk')
    expect(answer.headers.get('Content-Range')).toBe('customers 0-24/10001')
    expect(answer.headers.get('X-Total-Capped')).toBe('true')
    expect(found).toEqual(numbered(1, 25))
  })

  test('goes on page by page without repeating or losing anybody', async () => {
    expect((await names('quellwerk', [25, 49])).names).toEqual(numbered(26, 50))
    expect((await names('quellwerk', [10_000, 10_024])).names).toEqual(numbered(10_001, 10_025))
  })

  test('of which many begin with it is read along their names, page by page', async () => {
    await addCustomer(shop.db, { firstName: 'Zorn', lastName: 'Aalbers' })
    expect((await names('zorn')).names).toEqual(numbered(1, 25))
    expect((await names('zorn', [25, 49])).names).toEqual(numbered(26, 50))
    expect((await names('zorn', [10_500, 10_524])).names).toEqual(['Aalbers'])
  })

  test('shows a customer who was renamed a moment ago in the new place', async () => {
    await addCustomer(shop.db, { lastName: 'Aaaa', company: 'Quellwerk' })
    expect((await names('quellwerk')).names).toEqual(['Aaaa', ...numbered(1, 24)])
  })

  test('is narrowed by a second word to an exact total', async () => {
    await addCustomer(shop.db, { lastName: 'Ohnegleichen', company: 'Quellwerk' })
    const { answer, names: found } = await names('quellwerk ohnegl')
    expect(answer.headers.get('Content-Range')).toBe('customers 0-0/1')
    expect(found).toEqual(['Ohnegleichen'])
  })
})

describe('a search that more than a thousand match', () => {
  test('shows first whose last name begins with it, whatever its case and accents, then all the others', async () => {
    const { answer, names: found } = await names('nordlicht')
    expect(answer.headers.get('Content-Range')).toBe('customers 0-24/1103')
    expect(found).toEqual(['NÓRDLICHT', 'Nordlicht-Meier', 'Abel', ...mohn(1, 22)])
    expect((await names('nordlicht', [25, 49])).names).toEqual(mohn(23, 47))
  })

  test('counts anew after a minute', async () => {
    const total = async () => (await names('laterne')).answer.headers.get('Content-Range')?.split('/')[1]
    expect(await total()).toBe('1100')
    await addCustomer(shop.db, { lastName: 'Spät', company: 'Laterne' })
    shop.at('2026-06-01T09:01:01Z')
    expect(await total()).toBe('1101')
  })
})

test('a page past the end of a search is empty and still says the total', async () => {
  const { answer } = await names('early', [5000, 5024])
  expect(answer.headers.get('Content-Range')).toBe('customers */1200')
})

test('purchases are found by whose they are and by number, two letters by whose they are alone', async () => {
  const { id } = await addCustomer(shop.db, { lastName: 'Ýxq' })
  const { id: bought } = await addPurchase(shop.db, id, { number: 'XQ-77' })
  const found = async (q: string) =>
    shaped(z.array(PurchaseRow), await shop.as('service').list('purchases', { q })).map((row) => row.id)
  for (const q of ['yxq', 'xq', 'xq-77', '77']) expect(await found(q), q).toEqual([bought])
})

test('what is both a name and an order number finds the purchases of both', async () => {
  const { id: named } = await addCustomer(shop.db, { lastName: 'Kay-909' })
  const { id: other } = await addCustomer(shop.db, { lastName: 'Somebody' })
  const theirs = await addPurchase(shop.db, named, { number: 'A-1' })
  const numbered = await addPurchase(shop.db, other, { number: 'Kay-909' })
  const rows = shaped(z.array(PurchaseRow), await shop.as('service').list('purchases', { q: 'kay-909' }))
  expect(rows.map(({ id }) => id).sort()).toEqual([theirs.id, numbered.id].sort())
})

describe('a first look that wants no total, as in the command menu', () => {
  const look = async (noun: string, q: string, sort: [string, string], range = [0, 4]) => {
    const query = { filter: JSON.stringify({ q }), range: JSON.stringify(range), sort: JSON.stringify(sort) }
    const answer = await shop
      .as('service')
      .get(`/api/${noun}?${new URLSearchParams(query)}`, { Prefer: 'count=none' })
    return { answer, range: answer.headers.get('Content-Range') }
  }

  test('shows whose last name begins with it, and says that nobody counted', async () => {
    const { answer, range } = await look('customers', 'zorn', ['lastName', 'ASC'])
    expect(shaped(z.array(CustomerRow), answer).map(({ lastName }) => lastName)).toEqual(numbered(1, 5))
    expect([range, answer.headers.get('X-Total-Capped')]).toEqual(['customers 0-4/*', 'true'])
  })

  test('goes on to whoever else is found, never to anybody who is not', async () => {
    const { answer, range } = await look('customers', 'nordlicht', ['lastName', 'ASC'])
    const found = shaped(z.array(CustomerRow), answer)
    expect(range).toBe('customers 0-4/*')
    expect(found.map(({ lastName }) => lastName)).toEqual(
      expect.arrayContaining(['NÓRDLICHT', 'Nordlicht-Meier']),
    )
    for (const { lastName, company } of found) expect(`${lastName} ${company}`).toMatch(/n[oó]rdlicht/i)
    expect(new Set(found.map(({ id }) => id)).size).toBe(5)
  })

  test('shows nobody whom another filter leaves out', async () => {
    const query = { filter: JSON.stringify({ q: 'zorn', status: 'closed' }), range: '[0,4]' }
    const answer = await shop
      .as('service')
      .get(`/api/customers?${new URLSearchParams(query)}`, { Prefer: 'count=none' })
    expect(shaped(z.array(CustomerRow), answer)).toEqual([])
  })

  test('counts where there are too few to fill it, and on every page but the first', async () => {
    await addCustomer(shop.db, { lastName: 'Einzig' })
    expect((await look('customers', 'einzig', ['lastName', 'ASC'])).range).toBe('customers 0-0/1')
    expect((await look('customers', 'early', ['lastName', 'ASC'], [5, 9])).range).toBe('customers 5-9/1200')
  })

  test('finds purchases by the beginning of their number and by whose they are, the newest first', async () => {
    const { id } = await addCustomer(shop.db, { lastName: 'Käuferin' })
    const { id: other } = await addCustomer(shop.db, { lastName: 'Anders' })
    for (const day of [1, 2, 3])
      await addPurchase(shop.db, id, { number: `W-${day}`, placedAt: new Date(`2026-03-0${day}`) })
    for (const day of [4, 5, 6])
      await addPurchase(shop.db, other, { number: `KAUF-${day}`, placedAt: new Date(`2026-03-0${day}`) })
    const numbersOf = async (q: string) => {
      const { answer } = await look('purchases', q, ['placedAt', 'DESC'], [0, 2])
      return shaped(z.array(PurchaseRow), answer).map(({ number }) => number)
    }
    expect(await numbersOf('KAUF-')).toEqual(['KAUF-6', 'KAUF-5', 'KAUF-4'])
    expect(await numbersOf('kauferin')).toEqual(['W-3', 'W-2', 'W-1'])
  })

  test('shows the purchase whose number was typed, with or without its sign, however many newer ones contain it', async () => {
    const { id } = await addCustomer(shop.db, { lastName: 'Nummer' })
    const add = (number: string, day: number) =>
      addPurchase(shop.db, id, { number, placedAt: new Date(`2026-03-${String(day).padStart(2, '0')}`) })
    await add('#5301', 1)
    for (const day of [2, 3, 4]) await add(`#1${day}5301`, day)
    const numbersOf = async (q: string) => {
      const { answer } = await look('purchases', q, ['placedAt', 'DESC'], [0, 1])
      return shaped(z.array(PurchaseRow), answer).map(({ number }) => number)
    }
    for (const q of ['5301', '#5301']) expect(await numbersOf(q), q).toEqual(['#5301'])
    for (const day of [5, 6, 7]) await add(`#5301${day}`, day)
    for (const q of ['5301', '#5301']) expect(await numbersOf(q), q).toContain('#5301')
    await add('w-901b', 8)
    for (const day of [9, 10]) await add(`x-w-901b-${day}`, day)
    await add('W-901B', 1)
    expect(await numbersOf('w-901b')).toEqual(['w-901b', 'W-901B'])
  })
})

test('two letters are found anywhere in a name, in every script, by an index of their own', async () => {
  const people = ['王伟', 'Ýwq', 'Straße', 'Ng'].map((lastName) => ({ firstName: 'Zwei', lastName }))
  for (const person of people) await addCustomer(shop.db, person)
  for (const [q, lastName] of [
    ['王伟', '王伟'],
    ['WQ', 'Ýwq'],
    ['aß', 'Straße'],
    ['ng zwei', 'Ng'],
  ])
    expect((await names(q ?? '')).names, q).toEqual([lastName])
  expect((await names('x%')).names).toEqual([])

  await shop.ownerDb.execute(sql`VACUUM (ANALYZE) customers`)
  const plan = await shop.db.execute(sql`EXPLAIN SELECT id FROM customers WHERE ${searchCustomers('wq')}`)
  expect(JSON.stringify(plan.rows)).toContain('customers_letter_pairs')
})

test('digits are found wherever they stand: in telephone numbers, references, mail addresses and the shop’s own numbers', async () => {
  const people = [
    { lastName: 'Fon', phone: '+4930471199' },
    { lastName: 'Mail', email: 'anna.471199@mail.example' },
    { lastName: 'Shop', externalId: 'X-471199', source: 'somewhere' },
    { lastName: 'Ref', reference: 'C-0471199' },
    { lastName: 'Firm', company: 'Studio ４７１１９９' },
  ]
  for (const person of people) await addCustomer(shop.db, person)
  expect((await names('471199')).names).toEqual(['Firm', 'Fon', 'Mail', 'Ref', 'Shop'])
  expect((await names('030 471199')).names).toEqual(['Fon'])
  expect((await names('000471199')).names).toEqual(['Firm', 'Fon', 'Mail', 'Ref', 'Shop'])
})

test('those whose last name begins with a common word come first, then all others by name, page by page', async () => {
  await addCustomer(shop.db, { firstName: 'Ada', lastName: 'Personne' })
  await shop.ownerDb.execute(sql`
    INSERT INTO customers (id, first_name, last_name, created_at, updated_at)
    SELECT gen_random_uuid(), 'Person', 'Babel ' || lpad(n::text, 2, '0'), now(), now() FROM generate_series(1, 60) AS n`)
  const babel = (from: number, to: number) =>
    numbered(from, to).map((name) => name.replace('Zorn 000', 'Babel '))
  expect((await names('person')).names).toEqual(['Personne', ...babel(1, 24)])
  expect((await names('person', [25, 49])).names).toEqual(babel(25, 49))
})

test('that more rows are left by a filter than are counted is remembered for a minute', async () => {
  shop.at('2026-06-01T10:00:00Z')
  await shop.ownerDb.execute(sql`
    INSERT INTO customers (id, last_name, source, created_at, updated_at)
    SELECT gen_random_uuid(), 'Import', 'elsewhere', now(), now() FROM generate_series(1, 10001)`)
  const total = async () =>
    (await shop.as('service').list('customers', { source: 'elsewhere' })).headers
      .get('Content-Range')
      ?.split('/')[1]
  expect(await total()).toBe('10001')
  await shop.ownerDb.execute(sql`UPDATE customers SET source = NULL WHERE id IN (
    SELECT id FROM customers WHERE source = 'elsewhere' LIMIT 2)`)
  shop.at('2026-06-01T10:00:59Z')
  expect(await total()).toBe('10001')
  shop.at('2026-06-01T10:01:01Z')
  expect(await total()).toBe('9999')
})

describe('purchases searched by a name that more than two hundred bear', () => {
  beforeAll(async () => {
    await shop.ownerDb.execute(sql`
      WITH people AS (
        INSERT INTO customers (id, last_name, created_at, updated_at)
        SELECT gen_random_uuid(), 'Vielmann', now(), now() FROM generate_series(1, 201) RETURNING id)
      INSERT INTO purchases (id, customer_id, number, order_status, placed_at, final_at, currency, net, tax, shipping, gross, created_at, updated_at)
      SELECT gen_random_uuid(), id, 'V', 'delivered', '2024-01-01', '2024-01-09', 'EUR', 1, 0, 0, 1, now(), now() FROM people`)
  })

  test('are listed of two hundred of them, and the total says that there are more', async () => {
    const answer = await shop.as('service').list('purchases', { q: 'vielmann' })
    expect(answer.headers.get('Content-Range')).toBe('purchases 0-24/200')
    expect(answer.headers.get('X-Total-Capped')).toBe('true')
    const few = await shop.as('service').list('purchases', { q: 'ohnegleichen' })
    expect(few.headers.get('X-Total-Capped')).toBeNull()
  })

  test('are all in a batch that takes whatever the search finds', async () => {
    const found = await look(shop, 'manager', {
      ...deactivation({ filter: { q: 'vielmann' } }),
      reason: 'duplicate',
    })
    expect(found).toMatchObject({ items: 201, counts: { deactivated: 201 } })
  })
})
