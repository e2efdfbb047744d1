import { and, eq, inArray } from 'drizzle-orm'
import { may } from '../../contract/permissions.ts'
import type { Tx } from '../database/connect.ts'
import { staff } from '../database/schema/staff.ts'
import { Refused } from '../errors.ts'
import type { DisclosureRecord } from './situation.ts'

const leastDeciders = 2

type Restricted = Pick<DisclosureRecord, 'handlingLevel' | 'visibleTo'>

/**
 * A request is given to somebody who can work on it: active, an officer, and among those who may see it.
 * @throws INVALID at `assignTo`
 */
export async function refuseAssignee(tx: Tx, assignTo: string, { handlingLevel, visibleTo }: Restricted) {
  const [person] = await activeStaff(tx, [assignTo])
  const fault =
    !person || !may(person.role, 'disclosures', 'propose')
      ? 'Give it to an active compliance officer or manager.'
      : handlingLevel === 'restricted' && !visibleTo.includes(assignTo)
        ? 'This request is restricted, and this person is not among those who see it.'
        : null
  if (fault) throw new Refused('INVALID', { errors: { assignTo: fault } })
}

/**
 * A restricted request stays decidable: those who see it are active staff who may see requests at all, and at least
 * two of them can decide it, having shaped nothing of it.
 * @throws INVALID at `visibleTo`
 */
export async function refuseCircle(tx: Tx, { handlingLevel, visibleTo }: Restricted, involved: string[]) {
  if (handlingLevel !== 'restricted') return
  const people = await activeStaff(tx, visibleTo)
  const deciders = people.filter(
    ({ id, role }) => may(role, 'disclosures', 'approve') && !involved.includes(id),
  )
  const readers = people.filter(({ role }) => may(role, 'disclosures', 'show'))
  const fault =
    readers.length < new Set(visibleTo).size
      ? 'Name active staff who may see requests.'
      : deciders.length < leastDeciders
        ? 'Name at least two people who can decide it: compliance officers or managers who did not work on it.'
        : null
  if (fault) throw new Refused('INVALID', { errors: { visibleTo: fault } })
}

function activeStaff(tx: Tx, ids: string[]) {
  return tx
    .select({ id: staff.id, role: staff.role })
    .from(staff)
    .where(and(inArray(staff.id, ids), eq(staff.state, 'active')))
}
