import type { Staff } from '../../server/caller.ts'
import type { Colleagues } from './colleagues.ts'

/** One of the demonstration's people as the one who acts. */
export function actingAs(colleagues: Colleagues, who: string, requestId: string): Staff {
  const person = colleagues[who]
  if (!person) throw new Error(`${who} does not work here`)
  return {
    kind: 'staff',
    id: person.id,
    name: person.name,
    role: person.role,
    session: 'invented-shop',
    requestId,
  }
}
