import { randomUUID } from 'node:crypto'
import type { Request } from 'autocannon'
import type { Bound } from './bounds.ts'
import type { Samples } from './samples.ts'

/** One thing that people do, as a request to our server and to the bare ones. */
export type Operation = {
  name: string
  /** The question in limits.ts, and what it is asked with. */
  question: string
  args: (samples: Samples, turn: number) => string[]
  ours: (args: string[]) => Request
  bounds: Bound[]
}

const list = (
  noun: string,
  query: { filter?: object; range?: [number, number]; sort?: [string, string] },
): Request => ({
  method: 'GET',
  path: `/api/${noun}?${new URLSearchParams(Object.entries(query).map(([name, value]) => [name, JSON.stringify(value)]))}`,
})
const page = (from: number): [number, number] => [from, from + 24]
const byName: [string, string] = ['lastName', 'ASC']
const newest: [string, string] = ['placedAt', 'DESC']
const at = <T>(values: readonly T[], turn: number): T[] => {
  const value = values[turn % values.length]
  return value === undefined ? [] : [value]
}

const deepest = 100_000
const reading: Bound[] = [
  { kind: 'cpu', atMost: 2.5 },
  { kind: 'growth', atMost: 1.5 },
]

const search = (name: string, words: (samples: Samples, turn: number) => string[]): Operation => ({
  name: `search: ${name}`,
  question: 'search',
  args: words,
  ours: (args) => list('customers', { filter: { q: args.join(' ') }, range: page(0), sort: byName }),
  bounds: [
    { kind: 'cpu', atMost: 2 },
    { kind: 'naive', atMost: 0.2 },
    { kind: 'p50', atMost: 50 },
  ],
})

export const operations: Operation[] = [
  {
    name: 'list page + total',
    question: 'list',
    args: () => ['0'],
    ours: () => list('customers', { range: page(0), sort: byName }),
    bounds: reading,
  },
  {
    name: 'filtered list + total',
    question: 'filtered',
    args: () => ['refunded', 'active'],
    ours: ([orderStatus, activation]) =>
      list('purchases', { filter: { orderStatus, activation }, range: page(0), sort: newest }),
    bounds: reading,
  },
  search('rare name', ({ rare }, turn) => at(rare, turn)),
  search('common name', (_, turn) => at(['garcia', 'muller', 'silva', 'smith', 'yilmaz'], turn)),
  search('two words', ({ names }, turn) => at(names, turn).flatMap((name) => name.split(' '))),
  search('e-mail part', ({ emails }, turn) => at(emails, turn)),
  search('phone digits', ({ phones }, turn) => at(phones, turn)),
  search('three letters', (_, turn) => at(['ber', 'mar', 'kel', 'son'], turn)),
  search('nearly everybody', () => ['example']),
  {
    // On the way to a name, as the command menu asks.
    name: 'search: two letters of a name',
    question: 'search',
    args: (_, turn) => at(['mu', 'an', 'ga', 'sm', 'wa'], turn),
    ours: ([q]) => ({
      ...list('customers', { filter: { q }, range: [0, 4], sort: byName }),
      headers: { Prefer: 'count=none' },
    }),
    bounds: [
      { kind: 'naive', atMost: 0.2 },
      { kind: 'p50', atMost: 50 },
    ],
  },
  {
    // As the command menu asks at each keystroke, beside the search for customers.
    name: 'search: purchases by person or number',
    question: 'purchaseSearch',
    args: ({ names, rare }, turn) =>
      at([...names.map((name) => name.slice(0, 4 + (turn % 6)).trim()), ...rare, '#123'], turn),
    ours: ([q]) => list('purchases', { filter: { q }, range: [0, 4], sort: newest }),
    bounds: [
      { kind: 'cpu', atMost: 2 },
      { kind: 'naive', atMost: 0.2 },
      { kind: 'p99', atMost: 300 },
    ],
  },
  {
    // Those on the desk today: each look after the first, within ten minutes, leaves no other event.
    name: 'one purchase',
    question: 'purchase',
    args: ({ purchases }, turn) => at(purchases, turn % 100),
    ours: ([id]) => ({ method: 'GET', path: `/api/purchases/${id}` }),
    bounds: reading,
  },
  {
    name: 'opening a purchase',
    question: 'purchase',
    args: ({ purchases }, turn) => at(purchases, turn + 100),
    ours: ([id]) => ({ method: 'GET', path: `/api/purchases/${id}` }),
    bounds: [{ kind: 'p99', atMost: 50 }],
  },
  {
    name: 'opening a customer',
    question: 'customer',
    args: ({ customers }, turn) => at(customers, turn),
    ours: ([id]) => ({ method: 'GET', path: `/api/customers/${id}` }),
    bounds: [
      { kind: 'rate', atLeast: 1000 },
      { kind: 'p99', atMost: 50 },
      { kind: 'growth', atMost: 1.5 },
    ],
  },
  {
    name: 'purchases of a customer',
    question: 'purchasesOf',
    args: ({ buyers }, turn) => at(buyers, turn),
    ours: ([customerId]) => list('purchases', { filter: { customerId }, range: page(0), sort: newest }),
    bounds: reading,
  },
  {
    name: 'getMany of 25',
    question: 'many',
    args: ({ customers }, turn) => Array.from({ length: 25 }, (_, n) => at(customers, turn * 25 + n)).flat(),
    ours: (id) => list('customers', { filter: { id } }),
    bounds: [
      { kind: 'cpu', atMost: 2 },
      { kind: 'growth', atMost: 1.3 },
    ],
  },
  {
    name: 'deactivate with event',
    question: 'deactivate',
    args: ({ final }, turn) => at(final, turn),
    ours: ([id]) => ({
      method: 'POST',
      path: `/api/purchases/${id}/deactivate`,
      body: JSON.stringify({ version: 1, reason: 'duplicate' }),
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
    }),
    bounds: [
      { kind: 'cpu', atMost: 4 },
      { kind: 'growth', atMost: 1.5 },
    ],
  },
  {
    name: 'page at the end',
    question: 'list',
    args: ({ total }) => [String(Math.min(deepest, total - 25))],
    ours: ([offset]) => list('customers', { range: page(Number(offset)), sort: byName }),
    bounds: [{ kind: 'cpu', atMost: 2.5 }],
  },
]
