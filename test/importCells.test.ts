import { describe, expect, test } from 'vitest'
import { countryCode } from '../server/imports/countries.ts'
import { readInstant } from '../server/imports/instants.ts'
import { refusedColumn } from '../server/imports/refusedColumns.ts'
import { paymentMethodOf, readStatus, statusOfParts } from '../server/imports/statuses.ts'
import { totalsOf } from '../server/imports/totals.ts'
import { readPhone } from '../server/readPhone.ts'

describe('a country', () => {
  test.each([
    ['Germany', 'DE'],
    ['deutschland', 'DE'],
    ['ALLEMAGNE', 'DE'],
    ['USA', 'US'],
    ['United Kingdom', 'GB'],
    ['Scotland', 'GB'],
    ['Czech Republic', 'CZ'],
    ["Cote d'Ivoire", 'CI'],
    ['日本', 'JP'],
    ['br', 'BR'],
    ['CHL', 'CL'],
    ['Canaada', null],
    ['XX', null],
    ['', null],
  ])('written %s is %s', (written, code) => {
    expect(countryCode(written)).toBe(code)
  })
})

describe('an instant', () => {
  test.each([
    ['2021-01-01 00:00:00', '2021-01-01T00:00:00.000Z'],
    ['2018-01-04 15:51:23 -0800', '2018-01-04T23:51:23.000Z'],
    ['2020-03-19T06:40:32Z', '2020-03-19T06:40:32.000Z'],
    ['2020-03-19T06:40:32.123+02:00', '2020-03-19T04:40:32.000Z'],
    ['16-05-2018 07:32:06', '2018-05-16T07:32:06.000Z'],
    ['31.12.2019', '2019-12-31T00:00:00.000Z'],
    ['12/31/2019 11:05 PM', '2019-12-31T23:05:00.000Z'],
    ['12/31/2019 12:05 am', '2019-12-31T00:05:00.000Z'],
    ['04/04/2021', '2021-04-04T00:00:00.000Z'],
  ])('written %s is %s', (written, instant) => {
    const read = readInstant(written)
    expect(read instanceof Date ? read.toISOString() : read).toBe(instant)
  })

  test.each([
    ['03/04/2021', 'ambiguous'],
    ['2021-02-30', 'unreadable'],
    ['2021-01-01 25:00', 'unreadable'],
    ['yesterday', 'unreadable'],
    ['44197', 'unreadable'],
  ])('written %s is refused as %s', (written, why) => {
    expect(readInstant(written)).toBe(why)
  })

  test('of a stated order is not ambiguous', () => {
    expect(readInstant('03/04/2021', 'dmy')).toEqual(new Date('2021-04-03T00:00:00Z'))
    expect(readInstant('03/04/2021', 'mdy')).toEqual(new Date('2021-03-04T00:00:00Z'))
  })
})

describe('a telephone number', () => {
  test.each([
    ['+55 (12) 3923-5555', null, '+551239235555'],
    ['+49 0711 2842222', null, '+497112842222'],
    ['0171 1234567', 'DE', '+491711234567'],
  ])('written %s is understood', (written, country, number) => {
    expect(readPhone(written, country)).toEqual({ phone: number, phoneTyped: null })
  })

  test.each(['0171 1234567', '+453 3331 9991', 'ask', '+1 2'])('written %s is kept as typed', (written) => {
    expect(readPhone(written, null)).toEqual({ phone: null, phoneTyped: written })
  })
})

describe('the state of an order', () => {
  test.each([
    ['completed', 'delivered'],
    ['wc-on-hold', null],
    ['On-Hold', 'pending'],
    ['Canceled', 'cancelled'],
    ['blocked_missing_info', 'blocked_missing_info'],
    ['lost', null],
  ])('called %s is %s', (word, status) => {
    expect(readStatus(word)).toBe(status)
  })

  test.each([
    ['paid', 'fulfilled', false, 'delivered'],
    ['paid', 'unfulfilled', false, 'processing'],
    ['partially_refunded', 'fulfilled', false, 'delivered'],
    ['refunded', 'fulfilled', true, 'refunded'],
    ['paid', '', true, 'cancelled'],
    ['pending', '', false, 'pending'],
  ] as const)('paid "%s", sent "%s", cancelled %s is %s', (financial, fulfilment, isCancelled, status) => {
    expect(statusOfParts(financial, fulfilment, isCancelled)).toBe(status)
  })

  test.each([
    ['Shopify Payments', 'card'],
    ['PayPal Express Checkout', 'paypal'],
    ['gift_card', 'gift_card'],
    ['something new', 'other'],
  ])('paid by %s is labelled %s', (written, label) => {
    expect(paymentMethodOf(written)).toBe(label)
  })
})

describe('the totals of a purchase', () => {
  const none = { net: null, tax: null, shipping: null, gross: null, discount: null }

  test.each([
    ['gross alone', { gross: 198 }, { total: 198, tax: 0, count: 2 }, [198, 0, 0, 198]],
    [
      'gross, tax and shipping',
      { gross: 1000, tax: 100, shipping: 200 },
      { total: 700, tax: 0, count: 1 },
      [700, 100, 200, 1000],
    ],
    [
      'prices before tax',
      { net: 800, tax: 160, shipping: 0, gross: 960 },
      { total: 800, tax: 0, count: 1 },
      [800, 160, 0, 960],
    ],
    [
      'prices with tax',
      { net: 960, tax: 160, shipping: 0, gross: 960 },
      { total: 960, tax: 0, count: 1 },
      [800, 160, 0, 960],
    ],
    [
      'a discount off the items',
      { net: 700, shipping: 0, gross: 700, discount: 100 },
      { total: 800, tax: 0, count: 1 },
      [700, 0, 0, 700],
    ],
    [
      'a subtotal before the discount',
      { net: 800, gross: 700, discount: -100 },
      { total: 800, tax: 0, count: 1 },
      [700, 0, 0, 700],
    ],
    ['items alone, less a discount', { discount: 10 }, { total: 30, tax: 3, count: 1 }, [20, 3, 0, 23]],
    [
      'a cent of rounding in three items',
      { gross: 1000 },
      { total: 999, tax: 0, count: 3 },
      [1000, 0, 0, 1000],
    ],
  ])('follow from %s', (_what, given, items, [net, tax, shipping, gross]) => {
    expect(totalsOf({ ...none, ...given }, items)).toEqual({ net, tax, shipping, gross })
  })

  test.each([
    ['parts that do not make the total', { net: 800, tax: 10, gross: 900 }, { total: 800, tax: 0, count: 1 }],
    ['items that do not make the net', { gross: 900 }, { total: 800, tax: 0, count: 1 }],
    ['more postage than total', { gross: 100, shipping: 200 }, { total: 100, tax: 0, count: 1 }],
    ['nothing at all', {}, null],
  ])('are refused for %s', (_what, given, items) => {
    expect(totalsOf({ ...none, ...given }, items)).toMatch(/\.$/)
  })
})

describe('a column', () => {
  test.each([
    'password',
    'Passwort',
    'user_pwd',
    'PasswordHash',
    'card number',
    'CardNumber',
    'cc_number',
    'credit_card',
    'CVV',
    'customer_ip_address',
    'Browser IP',
    'ip',
    'remoteIpAddress',
  ])('called %s is never read', (heading) => {
    expect(refusedColumn(heading)).not.toBeNull()
  })

  test.each([
    'Zip',
    'Shipping Zip',
    'Company',
    'Description',
    'Gift card',
    'Compass',
    'Recipient',
    'Panel',
    'Receipt Number',
    'Payment Method',
    'Tip',
    'Discount Code',
    'Card message',
    'Payment Reference',
    'Secretary',
  ])('called %s may be read', (heading) => {
    expect(refusedColumn(heading)).toBeNull()
  })
})
