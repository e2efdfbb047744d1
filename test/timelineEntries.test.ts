import { describe, expect, it } from 'vitest'
import type { Change } from '../contract/changes.ts'
import type { Event } from '../contract/events.ts'
import { timelineEntries } from '../src/events/timelineEntries.ts'

const customer = '01890000-0000-7000-8000-0000000000c1'
let count = 0
const nextId = () => `01890000-0000-7000-8000-${String(++count).padStart(12, '0')}`
const minute = (n: number) => `2026-06-01T09:${String(n).padStart(2, '0')}:00.000Z`

const event = (at: string, fields: Partial<Event> = {}): Event => ({
  id: nextId(),
  chain: 0,
  seq: 1,
  at,
  by: { id: nextId(), name: 'Tom Bauer' },
  actorKind: 'staff',
  actorRole: 'customer_service',
  act: 'edit',
  noun: 'customers',
  recordId: customer,
  customerId: customer,
  outcome: 'done',
  code: null,
  reason: null,
  fields: ['lastName'],
  requestId: nextId(),
  hash: '0123456789abcdef',
  ...fields,
})

const change = (at: string, fields: Partial<Change> = {}): Change => ({
  id: nextId(),
  customerId: customer,
  noun: 'customers',
  recordId: customer,
  field: 'lastName',
  before: 'Gonçalves',
  after: 'Prado',
  actorKind: 'staff',
  by: null,
  reason: 'Moved.',
  at,
  requestId: nextId(),
  ...fields,
})

const all = <Row>(...rows: Row[]) => ({ rows, isMore: false })

describe('the timeline of a customer', () => {
  it('tells an act and what it changed as one', () => {
    const act = event(minute(1))
    const { requestId } = act
    const changes = [change(minute(1), { requestId }), change(minute(1), { requestId, field: 'firstName' })]
    const [entry, ...others] = timelineEntries(all(act), all(...changes))
    expect(others).toEqual([])
    expect(entry).toMatchObject({ event: act, changes })
  })

  it('tells what the customer changed, of which there is no act, in its place', () => {
    const act = event(minute(1))
    const own = change(minute(2), { actorKind: 'customer', reason: null })
    expect(timelineEntries(all(act), all(own)).map(({ event: told }) => told?.id)).toEqual([
      undefined,
      act.id,
    ])
  })

  it('keeps apart what one request did to two records', () => {
    const requestId = nextId()
    const address = nextId()
    const acts = [
      event(minute(1), { requestId, act: 'retire', noun: 'addresses', recordId: address }),
      event(minute(1), { requestId }),
    ]
    const changes = [
      change(minute(1), { requestId, noun: 'addresses', recordId: address, field: 'status' }),
      change(minute(1), { requestId }),
    ]
    const told = timelineEntries(all(...acts), all(...changes))
    expect(told.map((entry) => [entry.event?.act, entry.changes.length])).toEqual([
      ['edit', 1],
      ['retire', 1],
    ])
  })

  it('tells nothing older than what it has read of both lists', () => {
    const acts = [9, 8, 7].map((at) => event(minute(at)))
    const changes = [5, 4].map((at) => change(minute(at)))
    const told = timelineEntries({ rows: acts, isMore: true }, all(...changes))
    expect(told.map(({ at }) => at)).toEqual([minute(9), minute(8), minute(7)])
    expect(timelineEntries(all(...acts), all(...changes))).toHaveLength(5)
  })

  it('tells a row once that came with two pages', () => {
    const act = event(minute(1))
    const own = change(minute(2))
    expect(timelineEntries(all(act, act), all(own, own)).map(({ changes }) => changes.length)).toEqual([1, 0])
  })

  it('never lends what was changed to an attempt that was refused', () => {
    const refused = event(minute(1), { outcome: 'refused' })
    const own = change(minute(1), { requestId: refused.requestId })
    expect(timelineEntries(all(refused), all(own))).toHaveLength(2)
  })
})
