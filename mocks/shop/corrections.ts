import type { Staff } from '../../server/caller.ts'
import type { changes, customerStates } from '../../server/database/schema/customers.ts'
import type { Entry } from '../../server/events/entry.ts'
import { newId } from '../newId.ts'
import type { Random } from '../random.ts'
import { actingAs } from './actingAs.ts'
import type { Colleagues } from './colleagues.ts'
import type { Customer } from './customers.ts'

const closing = [
  'Asked by telephone to close the account.',
  'The company was wound up; its successor has an account of its own.',
  'A second account of the same person; the other one stays.',
]
const misheard = 'Taken down wrongly on the telephone; the customer spelt it for us.'

type Change = typeof changes.$inferInsert
type Past = { history: Change[]; states: (typeof customerStates.$inferInsert)[]; entries: Entry[] }
/** Marks the customer, writes it down, and answers when it was. */
type Note = (
  change: Pick<Change, 'field' | 'before' | 'after' | 'actorKind'>,
  said?: Pick<Change, 'by' | 'reason' | 'requestId'>,
) => Date

/**
 * What happened to the accounts since they were opened: people who moved to another mail address or gave a telephone
 * number on the shop's site, names that the front desk put right, accounts that a manager closed. Marks the customers.
 */
export function correctSome(rand: Random, now: Date, colleagues: Colleagues, people: readonly Customer[]) {
  const clerk = actingAs(colleagues, 'service', 'past-corrections')
  const manager = actingAs(colleagues, 'manager', 'past-corrections')
  const past: Past = { history: [], states: [], entries: [] }
  for (const customer of people) {
    const note = notingOf(rand, now, customer, past)
    changeOnTheSite(rand, customer, note)
    const { id, lastName, status } = customer
    if (lastName && rand.chance(0.03)) correctName(clerk, { id, lastName }, past, note)
    if (status === 'closed') closeAccount(manager, { id, reason: rand.pick(closing) }, past, note)
  }
  return past
}

function notingOf(rand: Random, now: Date, customer: Customer, { history }: Past): Note {
  let at = customer.registeredAt
  return (change, said) => {
    const left = now.getTime() - at.getTime()
    at = new Date(at.getTime() + Math.floor((left * rand.int(10, 60)) / 100))
    customer.version = (customer.version ?? 1) + 1
    customer.updatedAt = at
    history.push({
      ...change,
      ...said,
      id: newId(),
      customerId: customer.id,
      noun: 'customers',
      recordId: customer.id,
      version: customer.version,
      requestId: said?.requestId ?? 'past-shop',
      at,
    })
    return at
  }
}

function changeOnTheSite(rand: Random, { email, phone }: Customer, note: Note) {
  if (email && rand.chance(0.08))
    note({ field: 'email', before: email.replace('@', '.old@'), after: email, actorKind: 'customer' })
  if (phone && rand.chance(0.1)) note({ field: 'phone', before: null, after: phone, actorKind: 'customer' })
}

function correctName(
  clerk: Staff,
  { id, lastName }: { id: string; lastName: string },
  { entries }: Past,
  note: Note,
) {
  const at = note(
    { field: 'lastName', before: `${lastName.slice(0, -1)}m`, after: lastName, actorKind: 'staff' },
    { by: clerk.id, reason: misheard, requestId: clerk.requestId },
  )
  entries.push({
    by: clerk,
    now: at,
    act: 'edit',
    noun: 'customers',
    id,
    customerId: id,
    fields: ['lastName'],
  })
}

function closeAccount(
  manager: Staff,
  { id, reason }: { id: string; reason: string },
  { states, entries }: Past,
  note: Note,
) {
  const at = note(
    { field: 'status', before: 'active', after: 'closed', actorKind: 'staff' },
    { by: manager.id, reason, requestId: manager.requestId },
  )
  states.push({ id: newId(), customerId: id, status: 'closed', reason, by: manager.id, at })
  entries.push({
    by: manager,
    now: at,
    act: 'close',
    noun: 'customers',
    id,
    customerId: id,
    fields: ['status'],
  })
}
