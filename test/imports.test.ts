import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addresses, changes, customers } from '../server/database/schema/customers.ts'
import { events } from '../server/database/schema/events.ts'
import { purchaseItems, purchases } from '../server/database/schema/purchases.ts'
import { writeChunk } from '../server/imports/chunks.ts'
import { type TestDatabase, testDatabase } from './support/database.ts'
import { csvFile, importing } from './support/importing.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const customersNow = () => database.db.select().from(customers)
const customer = async (email: string) =>
  (
    await database.db
      .select()
      .from(customers)
      .where(eq(sql`lower(${customers.email})`, email.toLowerCase()))
  )[0]
const purchase = async (number: string) =>
  (await database.db.select().from(purchases).where(eq(purchases.number, number)))[0]
const csv = (...lines: string[]) => `${lines.join('\n')}\n`

describe('a file of customers', () => {
  const file = csv(
    'id,first name,last name,email,phone,line1,city,postal code,country',
    "'1001,Luísa,Gonçalves,luisa@example.com,+351 21 000 0000,Rua Nova 1,Lisboa,1100-001,Portugal",
    '1002,Jürgen,Müller,juergen@EXAMPLE.com,030 1234567,Am Markt 2,Berlin,10115,Deutschland',
    '1003,Null,O’Brien,nullo@example.com,ask the porter,Quay 3,Dublin,,Irlande',
  )
  const run = (options = {}) =>
    importing(database.db, 'customers', file, { source: 'first', map: ['externalId=id'], ...options })

  test('read on trial writes nothing and counts the same', async () => {
    const before = (await customersNow()).length
    expect(await run({ dryRun: true })).toMatchObject({ created: 3, rejected: 0 })
    expect(await customersNow()).toHaveLength(before)
  })

  test('is imported whole, with names, countries and telephone numbers as people write them', async () => {
    expect(await run()).toMatchObject({ created: 3, updated: 0, unchanged: 0, rejected: 0, errors: null })
    const luisa = await customer('luisa@example.com')
    expect(luisa).toMatchObject({
      externalId: '1001',
      source: 'first',
      name: 'Luísa Gonçalves',
      phone: '+351210000000',
    })
    expect(luisa?.reference).toMatch(/^C-\d{6}$/)
    expect(await customer('juergen@example.com')).toMatchObject({
      email: 'juergen@example.com',
      phone: '+49301234567',
    })
    const [address] = await database.db
      .select()
      .from(addresses)
      .where(eq(addresses.customerId, luisa?.id ?? ''))
    expect(address).toMatchObject({
      id: luisa?.defaultShippingAddressId,
      country: 'PT',
      kind: 'both',
      status: 'live',
    })
  })

  test('keeps an unreadable telephone number as it was typed and a missing postal code costs no row', async () => {
    expect(await customer('nullo@example.com')).toMatchObject({
      firstName: 'Null',
      phone: null,
      phoneTyped: 'ask the porter',
    })
    expect((await run()).warned).toEqual([
      'postal code: The address has no postal code.',
      'phone: The telephone number cannot be read; it is kept as it was typed.',
    ])
  })

  test('imported again changes nothing', async () => {
    const before = await customersNow()
    expect(await run()).toMatchObject({ created: 0, updated: 0, unchanged: 3, rejected: 0 })
    expect(await customersNow()).toEqual(before)
  })

  test('that says something new changes that alone, and an empty cell takes nothing away', async () => {
    const counts = await importing(
      database.db,
      'customers',
      csv('id,last name,company,phone', '1001,Gonçalves,Nova Lda,', '1002,,,'),
      { source: 'first', map: ['externalId=id'] },
    )
    expect(counts).toMatchObject({ created: 0, updated: 1, unchanged: 1 })
    expect(await customer('luisa@example.com')).toMatchObject({
      company: 'Nova Lda',
      firstName: 'Luísa',
      phone: '+351210000000',
      version: 2,
    })
  })

  test('with a new address retires the old one and keeps it', async () => {
    const moved = file.replace('Rua Nova 1', 'Rua Velha 9')
    expect(
      await importing(database.db, 'customers', moved, { source: 'first', map: ['externalId=id'] }),
    ).toMatchObject({ updated: 1 })
    const luisa = await customer('luisa@example.com')
    const theirs = await database.db
      .select()
      .from(addresses)
      .where(eq(addresses.customerId, luisa?.id ?? ''))
    expect(theirs.map(({ line1, status }) => [line1, status]).sort()).toEqual([
      ['Rua Nova 1', 'retired'],
      ['Rua Velha 9', 'live'],
    ])
    expect(theirs.find(({ status }) => status === 'live')?.id).toBe(luisa?.defaultBillingAddressId)
    expect(await run()).toMatchObject({ unchanged: 3 })
  })

  test('leaves one event for each transaction, without a word about a person', async () => {
    const bodies = (await database.db.select().from(events)).map(({ act, noun, body }) => ({
      act,
      noun,
      body,
    }))
    expect(bodies.filter(({ noun }) => noun === 'customers')).toHaveLength(3)
    expect(bodies.every(({ act }) => act === 'import')).toBe(true)
    expect(JSON.stringify(bodies)).not.toMatch(/Gon|example\.com|\+351/)
  })
})

describe('what an import changes of a customer who was known', () => {
  const heading = 'id,first name,email,phone,line1,city,postal code,country'
  const run = (...lines: string[]) =>
    importing(database.db, 'customers', csv(heading, ...lines), { source: 'again', map: ['externalId=id'] })
  const historyOf = async (email: string) =>
    database.db
      .select()
      .from(changes)
      .where(eq(changes.customerId, (await customer(email))?.id ?? ''))
      .orderBy(changes.id)

  test('stands in the history, and how a new one came in stands on the customer itself', async () => {
    await run('1,Mara,mara@again.example,030 1234567,Am Markt 2,Berlin,10115,DE')
    expect(await historyOf('mara@again.example')).toEqual([])
    await run('1,Maria,mara@again.example,030 1234567,Am Platz 9,Berlin,10117,DE')
    const history = await historyOf('mara@again.example')
    expect(history.map(({ noun, field, before, after }) => [noun, field, before, after])).toEqual(
      expect.arrayContaining([
        ['customers', 'firstName', 'Mara', 'Maria'],
        ['addresses', 'status', 'live', 'retired'],
        ['addresses', 'line1', null, 'Am Platz 9'],
      ]),
    )
    for (const change of history) expect(change).toMatchObject({ actorKind: 'import', by: null })
    expect(new Set(history.map(({ requestId }) => requestId)).size).toBe(1)
    const { version } = (await customer('mara@again.example')) ?? {}
    expect(history.find(({ field }) => field === 'firstName')?.version).toBe(version)
  })

  test('raises no version for a mere visit to the shop, so that no form that is open meanwhile is refused over it', async () => {
    const visited = (at: string) =>
      importing(database.db, 'customers', csv('id,email,last login', `9,ida@again.example,${at}`), {
        source: 'again',
        map: ['externalId=id', 'lastLoginAt=last login'],
      })
    await visited('2026-03-01T10:00:00Z')
    expect(await visited('2026-04-01T10:00:00Z')).toMatchObject({ updated: 1, rejected: 0 })
    const ida = await customer('ida@again.example')
    expect([ida?.version, ida?.lastLoginAt?.toISOString()]).toEqual([1, '2026-04-01T10:00:00.000Z'])
  })

  test('is nothing where staff typed the same number in their own way', async () => {
    await run('2,Noa,noa@again.example,+49 30 7654321,,,,DE')
    const typed = { phoneTyped: '030 / 765 43 21' }
    await database.db.update(customers).set(typed).where(eq(customers.email, 'noa@again.example'))
    expect(await run('2,Noa,noa@again.example,+49 30 7654321,,,,DE')).toMatchObject({ unchanged: 1 })
    expect(await customer('noa@again.example')).toMatchObject(typed)
  })
})

describe('a row of a customer', () => {
  const refused = async (row: string, headings = 'externalId,lastName,email,country,line1,city') =>
    (await importing(database.db, 'customers', csv(headings, row), { source: 'rows' })).errors

  test('with a card number is refused, and the number is kept nowhere', async () => {
    const errors = await refused('77,4111 1111 1111 1111,seven@example.com,,,')
    expect(errors).toBe(
      'line,column,reason\r\n2,lastName,This looks like a card number (…1111). Remove it.\r\n',
    )
    expect(JSON.stringify([await customersNow(), await database.db.select().from(events)])).not.toContain(
      '4111 1111',
    )
  })

  test.each([
    ['an e-mail address that is none', '78,Someone,nowhere,,,', '2,email,This is not an e-mail address.'],
    ['a country nobody knows', '78,Someone,a@example.com,Canaada,X 1,Y', '2,country,No country'],
    ['neither an id nor an e-mail address', ',Someone,,,,', 'The row has neither'],
    ['too few cells', '78,Someone', '2,,The line has 2 cells where the headings have 6.'],
  ])('with %s is refused with line, column and reason', async (_what, row, reason) => {
    expect(await refused(row)).toContain(reason)
  })

  test('whose e-mail address belongs to a customer with another id is refused', async () => {
    await importing(database.db, 'customers', csv('externalId,email', '1,shared@example.com'), {
      source: 'rows',
    })
    expect(await refused('2,Other,SHARED@example.com,,,')).toMatch(
      /belongs to a customer with another id, C-\d{6}/,
    )
    const two = csv('externalId,email', '3,three@example.com', '3,shared@example.com', '4,three@example.com')
    const counts = await importing(database.db, 'customers', two, { source: 'rows' })
    expect(counts).toMatchObject({ created: 1, rejected: 2 })
  })

  test('that finds its customer by e-mail address gives the customer its id', async () => {
    await importing(database.db, 'customers', csv('email,lastName', 'late@example.com,Late'))
    await importing(database.db, 'customers', csv('externalId,email', '900,Late@example.com'), {
      source: 'rows',
    })
    expect(await customer('late@example.com')).toMatchObject({
      externalId: '900',
      source: 'rows',
      lastName: 'Late',
    })
  })

  test('never writes an erased person back', async () => {
    await importing(database.db, 'customers', csv('externalId,email', '666,gone@example.com'), {
      source: 'rows',
    })
    await database.db.execute(
      sql`UPDATE customers SET status = 'erased', email = NULL, last_name = NULL WHERE external_id = '666'`,
    )
    expect(await refused('666,Back,gone@example.com,,,')).toContain('personal data was removed')
    expect(await customer('gone@example.com')).toBeUndefined()
  })

  test('that contradicts an earlier row of the same file is refused, so that a second run changes nothing', async () => {
    const twice = csv('externalId,email,lastName', '50,fifty@example.com,A', '50,fifty@example.com,B')
    expect(await importing(database.db, 'customers', twice, { source: 'rows' })).toMatchObject({
      created: 1,
      rejected: 1,
    })
    expect(await importing(database.db, 'customers', twice, { source: 'rows' })).toMatchObject({
      unchanged: 1,
      rejected: 1,
    })
  })

  test('may take an e-mail address that another customer gives up in the same file', async () => {
    await importing(
      database.db,
      'customers',
      csv('externalId,email', 'a,swap-a@example.com', 'b,swap-b@example.com'),
      { source: 'rows' },
    )
    const swapped = csv('externalId,email', 'a,free@example.com', 'b,swap-a@example.com', 'c,new@example.com')
    expect(await importing(database.db, 'customers', swapped, { source: 'rows' })).toMatchObject({
      updated: 2,
      created: 1,
      rejected: 0,
    })
  })
})

const shopifyOrders =
  'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Lineitem discount,Billing Name,Billing Address1,Billing City,Billing Zip,Billing Country,Shipping Name,Shipping Address1,Shipping City,Shipping Zip,Shipping Country,Id,Phone,Payment Method,Our Own Column'

describe("an export of Shopify's orders", () => {
  const file = csv(
    shopifyOrders,
    "#2001,ada@example.com,paid,2024-03-01 10:00:00 +0100,fulfilled,2024-03-02 10:00:00 +0100,EUR,27.00,4.90,0.00,31.90,3.00,2024-03-01 09:59:00 +0100,2,Mug,10.00,M-1,0.00,Ada Lovelace,Ring 1,Wien,'1010,AT,Ada Lovelace,Ring 1,Wien,'1010,AT,'5551,'+43 1 5134505,Shopify Payments,x",
    '#2001,ada@example.com,,,,,,,,,,,,1,Spoon,10.00,S-1,0.00,,,,,,,,,,,,,,',
    '#2002,,refunded,,unfulfilled,,EUR,50.00,0.00,7.98,50.00,0.00,2024-04-01 09:00:00 +0200,1,Lamp,50.00,L-1,0.00,Walk In,,,,,,,,,,5552,,cash,',
    '#2003,ada@example.com,paid,,unfulfilled,,EUR,9.00,0.00,0.00,11.00,0.00,2024-05-01 09:00:00 +0200,1,Cup,9.00,C-1,0.00,,,,,,,,,,,5553,,,',
  )
  const run = () => importing(database.db, 'purchases', file)

  test('is recognised; rows of one number are one purchase, and its customer is made once', async () => {
    const counts = await run()
    expect(counts).toMatchObject({ created: 2, rejected: 1, customersCreated: 2, items: 3 })
    expect(counts.notices[0]).toBe("The headings are those of Shopify's orders.")
    expect(counts.errors).toContain('5,Total,"Net, tax and shipping do not add up to the total."')
    const ada = await customer('ada@example.com')
    expect(ada).toMatchObject({
      firstName: 'Ada',
      lastName: 'Lovelace',
      phone: '+4315134505',
      source: 'shopify',
    })
    expect(ada?.lastOrderAt?.toISOString()).toBe('2024-03-01T08:59:00.000Z')
    const bought = await purchase('#2001')
    expect(bought).toMatchObject({
      externalId: '5551',
      customerId: ada?.id,
      orderStatus: 'delivered',
      net: 2700,
      shipping: 490,
      gross: 3190,
      paymentMethodLabel: 'card',
      billingSnapshot: { recipient: 'Ada Lovelace', postalCode: '1010', country: 'AT' },
    })
    expect(bought?.finalAt?.toISOString()).toBe('2024-03-02T09:00:00.000Z')
    expect(bought?.reference).toMatch(/^P-2024-\d{6}$/)
  })

  test('of prices that include tax keeps gross as the sum of its parts', async () => {
    expect(await purchase('#2002')).toMatchObject({
      orderStatus: 'refunded',
      net: 4202,
      tax: 798,
      gross: 5000,
    })
  })

  test('imported again changes nothing and makes no guest a second time', async () => {
    const before = await customersNow()
    expect(await run()).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 2,
      rejected: 1,
      customersCreated: 0,
    })
    expect(await customersNow()).toEqual(before)
  })

  test('with other amounts for a finished purchase is refused', async () => {
    const dearer = file.replace('27.00,4.90,0.00,31.90', '27.00,5.90,0.00,32.90')
    expect((await importing(database.db, 'purchases', dearer)).errors).toContain(
      'finished purchase do not change',
    )
    expect(await purchase('#2001')).toMatchObject({ gross: 3190 })
  })

  test('takes a purchase on to its next state and never from a finished one back to an open one', async () => {
    const refunded = file.replace('ada@example.com,paid,2024', 'ada@example.com,refunded,2024')
    expect(await importing(database.db, 'purchases', refunded)).toMatchObject({ updated: 1 })
    expect(await purchase('#2001')).toMatchObject({ orderStatus: 'refunded', version: 2 })
    const reopened = file.replace(
      'paid,2024-03-01 10:00:00 +0100,fulfilled',
      'paid,2024-03-01 10:00:00 +0100,unfulfilled',
    )
    expect((await importing(database.db, 'purchases', reopened)).errors).toContain(
      'cannot be processing again',
    )
  })
})

describe("exports of Shopify's customers", () => {
  const current =
    'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,Default Address Address2,Default Address City,Default Address Province Code,Default Address Country Code,Default Address Zip,Default Address Phone,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags,Loyalty tier'
  const legacy =
    'First Name,Last Name,Email,Accepts Email Marketing,Company,Address1,Address2,City,Province,Province Code,Country,Country Code,Zip,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Tags,Note,Tax Exempt'

  test('are recognised by the headings of today, columns of the store included', async () => {
    const row =
      "'4000000000006,Zoë,Ng,zoe@example.com,yes,,Lane 3,,Perth,WA,AU,'6000,,'+61 8 9000 0000,no,99.00,3,,no,,gold"
    const counts = await importing(database.db, 'customers', csv(current, row))
    expect(counts).toMatchObject({ created: 1, rejected: 0, warnings: 0 })
    expect(await customer('zoe@example.com')).toMatchObject({
      externalId: '4000000000006',
      source: 'shopify',
      phone: '+61890000000',
    })
  })

  test('are recognised by the older headings, and the customer is found by e-mail address', async () => {
    const row =
      'Zoë,Ng-Lee,zoe@example.com,yes,,Lane 3,,Perth,Western Australia,WA,Australia,AU,6000,,no,0,0,,,no'
    expect(await importing(database.db, 'customers', csv(legacy, row))).toMatchObject({
      updated: 1,
      created: 0,
    })
    expect(await customer('zoe@example.com')).toMatchObject({
      lastName: 'Ng-Lee',
      externalId: '4000000000006',
    })
  })
})

describe('purchases and line items in two files', () => {
  const orders = csv(
    'No,Buyer,On,Sum,Land',
    '1,B-1,2023-05-01 00:00:00,"1.005,50",Österreich',
    '2,B-1,2023-06-01,7,Austria',
  )
  const lines = csv('Order;What;Each;Many', '1;Desk;1.000,00;1', '1;Nail;0,55;10', '2;Pen;3,50;2')
  const options = {
    source: 'two',
    decimal: ',' as const,
    map: ['number=No', 'customerExternalId=Buyer', 'placedAt=On', 'gross=Sum', 'billingCountry=Land'],
    set: ['currency=EUR', 'orderStatus=delivered'],
    mapItem: ['purchase=Order', 'title=What', 'unitPrice=Each', 'quantity=Many'],
  }
  const run = (content = orders, items = lines) =>
    importing(database.db, 'purchases', content, { ...options, items: csvFile(items) })

  test('come together, money to the cent, and the buyer is made once by the id of the shop', async () => {
    expect(await run()).toMatchObject({ created: 2, items: 3, customersCreated: 1, rejected: 0 })
    const desk = await purchase('1')
    expect(desk).toMatchObject({ gross: 100550, net: 100550, currency: 'EUR' })
    const items = await database.db
      .select()
      .from(purchaseItems)
      .where(eq(purchaseItems.purchaseId, desk?.id ?? ''))
    expect(
      items.map(({ title, quantity, unitPrice, lineTotal }) => [title, quantity, unitPrice, lineTotal]),
    ).toEqual([
      ['Desk', 1, 100000, 100000],
      ['Nail', 10, 55, 550],
    ])
    expect(await run()).toMatchObject({ created: 0, unchanged: 2 })
  })

  test('that do not add up are refused purchase by purchase', async () => {
    const counts = await run(
      orders.replaceAll('\n1,', '\n11,').replaceAll('\n2,', '\n12,'),
      csv('Order;What;Each;Many', '11;Desk;1;1', '12;Pen;3,50;2'),
    )
    expect(counts).toMatchObject({ created: 1, rejected: 1 })
    expect(counts.errors).toContain('The items do not add up to the purchase.')
  })

  test('whose lines belong to no purchase are told line by line', async () => {
    const counts = await run(orders, `${lines}99;Ghost;1;1\n`)
    expect(counts).toMatchObject({ unchanged: 2, rejected: 1 })
    expect(counts.errors).toContain('5,items:,The purchase of this item is not in the file of purchases.')
  })

  test('may stand in any order, and a fault in an item is told with its own line', async () => {
    const counts = await run(
      csv(
        'No,Buyer,On,Sum,Land',
        '21,B-1,2023-05-01 00:00:00,3,Austria',
        '22,B-1,2023-06-01,7,Austria',
        '21,B-1,2023-05-01 00:00:00,3,Austria',
      ),
      csv(
        'Order;What;Each;Many',
        '22;Pen;seven;1',
        '21;Second;2;1',
        '98;Ghost;1;1',
        ' 21 ;First;1;1',
        '97;Ghost;1;1',
      ),
    )
    expect(counts).toMatchObject({ created: 1, unchanged: 1, rejected: 3 })
    const items = await database.db
      .select()
      .from(purchaseItems)
      .where(eq(purchaseItems.purchaseId, (await purchase('21'))?.id ?? ''))
      .orderBy(purchaseItems.position)
    expect(items.map(({ title }) => title)).toEqual(['Second', 'First'])
    expect(counts.errors?.split('\r\n').map((line) => line.split(',').slice(0, 2).join())).toEqual([
      'line,column',
      '2,items: Each',
      '4,items:',
      '6,items:',
      '',
    ])
  })

  test('are read from the first column that holds something, and an item without a purchase is refused', async () => {
    const file = csv(
      'Order;What;Name;Each;Many;Card number',
      '31;;Desk;1;1;4111111111111111',
      '31;Nail;Other;2;1;',
      ';Pen;;1;1;',
      '31;Short;1',
    )
    const counts = await importing(
      database.db,
      'purchases',
      csv('No,Buyer,On,Sum,Land', '31,B-1,2023-05-01,3,Austria'),
      { ...options, mapItem: [...options.mapItem, 'title=Name'], items: csvFile(file) },
    )
    expect(counts).toMatchObject({ created: 1, items: 2, rejected: 2 })
    expect(counts.errors).toContain('4,items: Order,The item names no purchase.')
    expect(counts.errors).toContain('5,items:,The line has 3 cells where the headings have 6.')
    const items = await database.db
      .select({ title: purchaseItems.title })
      .from(purchaseItems)
      .where(eq(purchaseItems.purchaseId, (await purchase('31'))?.id ?? ''))
      .orderBy(purchaseItems.position)
    expect(items.map(({ title }) => title)).toEqual(['Desk', 'Nail'])
  })

  test('find a customer known by e-mail address where the id is new', async () => {
    await importing(database.db, 'customers', csv('email,lastName', 'known@example.com,Known'))
    const file = csv(
      'number,email,customerExternalId,placedAt,gross',
      '77,Known@Example.com,new-id,2024-01-01,1',
    )
    const counts = await importing(database.db, 'purchases', file, {
      source: 'mail',
      set: ['currency=EUR', 'orderStatus=delivered', 'itemTitle=As in the old shop'],
    })
    expect(counts).toMatchObject({ created: 1, customersCreated: 0 })
    expect((await purchase('77'))?.customerId).toBe((await customer('known@example.com'))?.id)
  })
})

describe('several columns for one field', () => {
  test('are asked in turn, so that a guest is found by the address on the bill', async () => {
    const file = csv('no,customer_email,billing_email,placedAt,gross', '801,,guest@example.com,2024-01-01,1')
    await importing(database.db, 'purchases', file, {
      map: ['number=no', 'email=customer_email', 'email=billing_email'],
      set: ['currency=EUR', 'orderStatus=completed', 'itemTitle=As in the old shop'],
    })
    expect((await purchase('801'))?.customerId).toBe((await customer('guest@example.com'))?.id)
  })
})

describe('a file that cannot be imported', () => {
  test.each([
    ['customers', 'a,b\n1,2\n', {}, /Nothing says where to find externalId or email/],
    [
      'customers',
      'email,b\n1,2\n',
      { map: ['firstName=c'] },
      /--map firstName=c: the file has no such column/,
    ],
    ['customers', 'email,b\n1,2\n', { map: ['shoeSize=b'] }, /names no known field/],
    ['customers', 'email,b,b\n1,2,3\n', { map: ['firstName=b'] }, /this heading 2 times/],
    ['customers', 'email,Password\n1,2\n', { map: ['company=Password'] }, /passwords are never stored/],
    ['customers', 'email\nx@example.com\n', { source: 'my shop' }, /--source takes letters/],
    ['purchases', 'number,placedAt\n1,2\n', {}, /where to find currency/],
    [
      'purchases',
      'number,placedAt,currency,status\n1,2,3,4\n',
      { map: ['status=status'] },
      /name their file with --items/,
    ],
    ['customers', '', {}, /The file is empty/],
    ['customers', 'PK\x03\x04 and so on', {}, /workbook/],
  ] as const)(
    '(%s: %j) is refused in one sentence before anything is written',
    async (noun, content, options, reason) => {
      await expect(
        importing(database.db, noun, content, {
          ...options,
          map: [...('map' in options ? options.map : [])],
        }),
      ).rejects.toThrow(reason)
    },
  )

  test('of password, card and IP columns is read without them, and says so', async () => {
    const counts = await importing(
      database.db,
      'customers',
      csv(
        'email,password,CardNumber,CVV,customer_ip_address,Zip code',
        'drop@example.com,hunter2,4111111111111111,123,10.0.0.1,1',
      ),
    )
    expect(counts).toMatchObject({ created: 1 })
    expect(counts.notices.slice(0, 4)).toEqual([
      'The column "password" was not read: passwords are never stored.',
      'The column "CardNumber" was not read: card data are never stored.',
      'The column "CVV" was not read: card data are never stored.',
      'The column "customer_ip_address" was not read: IP addresses are never stored.',
    ])
  })
})

describe('a chunk of rows', () => {
  test('costs only the row that the database refuses', async () => {
    const kept: number[] = []
    const refused: [number, string][] = []
    await writeChunk({
      db: database.db,
      chunk: [1, 0, 2],
      write: async (tx, rows) => {
        for (const row of rows) await tx.execute(sql`SELECT 1 / ${row}::int`)
        return () => kept.push(...rows)
      },
      refuse: (row, code) => refused.push([row, code]),
    })
    expect({ kept, refused }).toEqual({ kept: [1, 2], refused: [[0, '22012']] })
  })

  test('is not kept at all when its event cannot be written', async () => {
    await database.ownerDb.execute(sql`ALTER TABLE events RENAME TO events_away`)
    const before = await customersNow()
    await expect(
      importing(database.db, 'customers', csv('email', 'unrecorded@example.com')),
    ).rejects.toThrow()
    await database.ownerDb.execute(sql`ALTER TABLE events_away RENAME TO events`)
    expect(await customersNow()).toEqual(before)
  })
})
