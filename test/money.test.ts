import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exponent, parseMoney } from '../contract/money.ts'

/** Minor units as plain decimal text: 2328.60 of 232860 in EUR. */
function formatMoney(minor: number, currency: string): string {
  const places = exponent(currency)
  const digits = String(Math.abs(minor)).padStart(places + 1, '0')
  const sign = minor < 0 ? '-' : ''
  if (places === 0) return sign + digits
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

describe('an amount of money', () => {
  test.each([
    ['0.99', 'USD', 99],
    ['2328.60', 'USD', 232860],
    ['1,234.50', 'USD', 123450],
    ['1.234,50', 'EUR', 123450],
    ['1 234,50 €', 'EUR', 123450],
    ["1'234.50", 'CHF', 123450],
    ['6,000,000', 'USD', 600000000],
    ['1,234', 'USD', 123400],
    ['1,00,000.00', 'INR', 10000000],
    ['$1.98', 'USD', 198],
    ['USD 1.98', 'USD', 198],
    ['-5', 'EUR', -500],
    ['(12.50)', 'USD', -1250],
    ['.5', 'EUR', 50],
    ['12.5000', 'EUR', 1250],
    ['980', 'JPY', 980],
    ['1.234', 'KWD', 1234],
    ['１２.５０', 'EUR', 1250],
    ['-0', 'EUR', 0],
  ])('written %s in %s is %i minor units', (written, currency, minor) => {
    expect(parseMoney(written, currency)).toBe(minor)
  })

  test.each([
    ['', 'USD', 'unreadable'],
    ['free', 'USD', 'unreadable'],
    ['1e5', 'USD', 'unreadable'],
    ['12.34.5', 'USD', 'unreadable'],
    ['1.234', 'EUR', 'ambiguous'],
    ['1,234', 'KWD', 'ambiguous'],
    ['0.999', 'EUR', 'precise'],
    ['9.5', 'JPY', 'precise'],
    ['99999999999999999', 'EUR', 'large'],
  ])('written %s in %s is refused as %s, never guessed', (written, currency, why) => {
    expect(parseMoney(written, currency)).toBe(why)
  })

  test('of a stated decimal sign is not ambiguous', () => {
    expect(parseMoney('1.234', 'EUR', ',')).toBe(123400)
    expect(parseMoney('1.230', 'EUR', '.')).toBe(123)
  })

  test('comes back as it was, in every currency', () => {
    const currency = fc.constantFrom('EUR', 'JPY', 'BHD', 'CLF')
    fc.assert(
      fc.property(fc.maxSafeInteger(), currency, (minor, code) => {
        expect(parseMoney(formatMoney(minor, code), code, '.')).toBe(minor)
      }),
    )
  })
})
