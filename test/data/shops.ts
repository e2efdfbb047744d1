import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { pino } from 'pino'
import { z } from 'zod'
import { openDatabase } from '../../server/database/open.ts'
import { readSettings } from '../../server/settings.ts'

type Found = { what: string; wrong: unknown }
type Result = { code: number | string; stdout: string; stderr: string }

const Summary = z.object({
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  rejected: z.number(),
  items: z.number(),
  customersCreated: z.number(),
})

/** Imports real exports through the command line into a database of their own and counts what came of them. */
export async function shops(folder: string, dataDir: string): Promise<Found[]> {
  const steward = (...words: string[]) => run(dataDir, ['import', ...words, '--json'])
  return [
    ...(await chinook(join(folder, 'shop-exports', 'chinook'), steward)),
    ...(await stored(dataDir)),
    ...(await shopify(join(folder, 'shop-exports', 'shopify'), dataDir, steward)),
    ...(await magento(join(folder, 'shop-exports', 'magento2'), steward)),
  ]
}

type Steward = (...words: string[]) => Promise<Result>

async function chinook(folder: string, steward: Steward): Promise<Found[]> {
  const customers = () =>
    steward(
      ...['customers', join(folder, 'customer.csv'), '--source', 'chinook'],
      ...maps('--map', {
        externalId: 'CustomerId',
        firstName: 'FirstName',
        lastName: 'LastName',
        company: 'Company',
        line1: 'Address',
        city: 'City',
        region: 'State',
        country: 'Country',
        postalCode: 'PostalCode',
        phone: 'Phone',
        email: 'Email',
      }),
    )
  const purchases = () =>
    steward(
      ...['purchases', join(folder, 'invoice.csv'), '--source', 'chinook'],
      ...maps('--map', {
        number: 'InvoiceId',
        customerExternalId: 'CustomerId',
        placedAt: 'InvoiceDate',
        billingLine1: 'BillingAddress',
        billingCity: 'BillingCity',
        billingRegion: 'BillingState',
        billingCountry: 'BillingCountry',
        billingPostalCode: 'BillingPostalCode',
        gross: 'Total',
      }),
      ...maps('--set', { currency: 'USD', orderStatus: 'delivered' }),
      ...['--items', join(folder, 'invoice_line.csv')],
      ...maps('--map-item', {
        purchase: 'InvoiceId',
        sku: 'TrackId',
        title: 'TrackName',
        unitPrice: 'UnitPrice',
        quantity: 'Quantity',
      }),
    )
  return [
    counted('chinook: 59 customers', await customers(), 0, {
      created: 59,
      updated: 0,
      unchanged: 0,
      rejected: 0,
    }),
    counted('chinook: 412 purchases with 2,240 items', await purchases(), 0, {
      created: 412,
      items: 2240,
      customersCreated: 0,
      rejected: 0,
    }),
    counted('chinook: customers again, 0 changes', await customers(), 0, {
      created: 0,
      updated: 0,
      unchanged: 59,
    }),
    counted('chinook: purchases again, 0 changes', await purchases(), 0, {
      created: 0,
      updated: 0,
      unchanged: 412,
    }),
  ]
}

async function stored(dataDir: string): Promise<Found[]> {
  const opened = await openDatabase(readSettings({ STEWARD_DATA_DIR: dataDir }), pino({ level: 'silent' }))
  try {
    const db = opened.connect()
    const { rows } = await db.execute(sql`
      SELECT (SELECT count(*) FROM customers) AS customers, (SELECT count(*) FROM purchases) AS purchases,
        (SELECT count(*) FROM purchase_items) AS items, (SELECT sum(gross)::bigint FROM purchases) AS gross,
        (SELECT count(*) FROM customers WHERE last_order_at IS NOT NULL) AS buyers`)
    await db.$client.end()
    const expected = { customers: 59, purchases: 412, items: 2240, gross: 232_860, buyers: 59 }
    return [{ what: 'chinook: stored are 59, 412, 2,240 and 2,328.60', wrong: same(rows[0], expected) }]
  } finally {
    await opened.close()
  }
}

async function shopify(folder: string, dataDir: string, steward: Steward): Promise<Found[]> {
  const errors = join(dataDir, 'shopify-errors.csv')
  const found = [
    counted(
      'shopify: customers of transporter_customer1',
      await steward('customers', join(folder, 'transporter_customer1.csv')),
      0,
      { created: 2 },
    ),
    counted(
      'shopify: customers of transporter_customer2',
      await steward('customers', join(folder, 'transporter_customer2.csv')),
      0,
      { created: 1 },
    ),
    counted(
      'shopify: transporter_orders, the one order with shifted columns refused',
      await steward('purchases', join(folder, 'transporter_orders.csv'), '--errors', errors),
      1,
      { created: 1, rejected: 1 },
    ),
  ]
  const reasons = (await readFile(errors, 'utf8')).trim().split('\r\n').slice(1)
  found.push({
    what: 'shopify: refused with line, column and reason',
    wrong: reasons.every((row) => /^3,[^,]+,.+\./.test(row)) ? null : reasons,
  })
  for (const name of ['customers_export_current', 'customers_export_legacy', 'orders_export_current']) {
    const noun = name.startsWith('orders') ? 'purchases' : 'customers'
    const { stderr } = await steward(noun, join(folder, `HEADER_${name}.csv`))
    found.push({
      what: `shopify: ${name} is recognised`,
      wrong: stderr.includes("Shopify's") ? null : stderr,
    })
  }
  return found
}

async function magento(folder: string, steward: Steward): Promise<Found[]> {
  const file = join(folder, 'customer_profile.csv')
  const words = maps('--map', {
    line1: 'street',
    region: 'region',
    country: 'country_id',
    phone: 'telephone',
  })
  const imported = await steward('customers', file, '--source', 'magento', ...words)
  const isSaid = imported.stderr.includes('The column "password" was not read: passwords are never stored.')
  const asked = await steward('customers', file, '--map', 'company=password')
  return [
    counted('magento: the customer is imported', imported, 0, { created: 1 }),
    { what: 'magento: the password is left out with a notice', wrong: isSaid ? null : imported.stderr },
    { what: 'magento: asking for the password is refused', wrong: asked.code === 2 ? null : asked },
  ]
}

function maps(option: string, pairs: Record<string, string>): string[] {
  return Object.entries(pairs).flatMap(([field, column]) => [option, `${field}=${column}`])
}

function counted(
  what: string,
  { code, stdout, stderr }: Result,
  exitCode: number,
  expected: Record<string, number>,
): Found {
  if (code !== exitCode) return { what, wrong: { code, stderr } }
  return { what, wrong: same(Summary.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')), expected) }
}

function same(found: object | undefined, expected: Record<string, number>): object | null {
  const values = new Map(Object.entries(found ?? {}))
  return Object.entries(expected).every(([key, value]) => Number(values.get(key)) === value)
    ? null
    : (found ?? {})
}

function run(dataDir: string, words: string[]): Promise<Result> {
  const env = { PATH: process.env.PATH, STEWARD_DATA_DIR: dataDir }
  return new Promise((resolve) => {
    execFile(process.execPath, ['server/commands/steward.ts', ...words], { env }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stdout, stderr }),
    )
  })
}
