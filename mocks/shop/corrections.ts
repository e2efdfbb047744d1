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

/**
 * What happened to the accounts since they were opened: people who moved to another mail address or gave a telephone
 * number on the shop's site, names that the front desk put right, accounts that a manager closed. Marks the customers.
 */
export function correctSome(rand: Random, now: Date, colleagues: Colleagues, people: readonly Customer[]) {
  const clerk = actingAs(colleagues, 'service', 'past-corrections')
  const manager = actingAs(colleagues, 'manager', 'past-corrections')
  const history: Change[] = []
  const states: (typeof customerStates.$inferInsert)[] = []
  const entries: Entry[] = []

  for (const customer of people) {
    const { id, registeredAt, email, phone, lastName, status } = customer
    let at = registeredAt
    const later = () => {
      const left = now.getTime() - at.getTime()
      at = new Date(at.getTime() + Math.floor((left * rand.int(10, 60)) / 100))
      return at
    }
    const note = (
      change: Pick<Change, 'field' | 'before' | 'after' | 'actorKind'>,
      said: Partial<Change> = {},
    ) => {
      customer.version = (customer.version ?? 1) + 1
      customer.updatedAt = later()
      history.push({
        ...change,
        ...said,
        id: newId(),
        customerId: id,
        noun: 'customers',
        recordId: id,
        version: customer.version,
        requestId: said.requestId ?? 'past-shop',
        at,
      })
    }

    if (email && rand.chance(0.08))
      note({ field: 'email', before: email.replace('@', '.old@'), after: email, actorKind: 'customer' })
    if (phone && rand.chance(0.1)) note({ field: 'phone', before: null, after: phone, actorKind: 'customer' })
    if (lastName && rand.chance(0.03)) {
      const by = { by: clerk.id, reason: misheard, requestId: clerk.requestId }
      note(
        { field: 'lastName', before: `${lastName.slice(0, -1)}m`, after: lastName, actorKind: 'staff' },
        by,
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
    if (status === 'closed') {
      const reason = rand.pick(closing)
      const by = { by: manager.id, reason, requestId: manager.requestId }
      note({ field: 'status', before: 'active', after: 'closed', actorKind: 'staff' }, by)
      states.push({ id: newId(), customerId: id, status, reason, by: manager.id, at })
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
  }
  return { history, states, entries }
}
