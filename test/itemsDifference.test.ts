import { describe, expect, it } from 'vitest'
import { itemsDifference } from '../src/purchases/itemsDifference.ts'

const of = (lines: number[], net: number, tax: number, shipping: number) =>
  itemsDifference({
    items: lines.map((lineTotal) => ({ lineTotal })),
    net,
    tax,
    gross: net + tax + shipping,
  })

describe('the column of amounts adds up whatever the shop counts into its prices', () => {
  it.each([
    ['items that come to the net total need no line', [6000, 4000], 10_000, 1900, 490, null],
    ['prices with tax', [11_900], 10_000, 1900, 490, { kind: 'included', amount: -1900 }],
    ['prices with tax and shipping', [12_390], 10_000, 1900, 490, { kind: 'included', amount: -2390 }],
    ['a discount', [12_000], 10_000, 1900, 490, { kind: 'discount', amount: -2000 }],
    ['a cent of rounding', [3333, 3333, 3333], 10_000, 0, 0, { kind: 'discount', amount: 1 }],
    ['a purchase without items', [], 10_000, 1900, 490, null],
  ] as const)('%s', (_, lines, net, tax, shipping, expected) => {
    expect(of([...lines], net, tax, shipping)).toEqual(expected)
  })
})
