import type { Db } from '../database/connect.ts'
import { keepLast } from './keepLast.ts'
import { type Packed, pack } from './packed.ts'
import { type PublicPolicy, readPublicPolicy } from './readPublic.ts'
import { shareReads } from './shareReads.ts'

/** Pages of one policy that are kept ready; each is as long as its text. */
const mostPages = 60

export type KeptPolicy = {
  policy: PublicPolicy
  /**
   * A page of this policy, written once for as long as it looks the same. `name` says all that it shows besides what
   * the policy holds; what depends on the time may depend on nothing but the instants that the policy names.
   */
  page: (name: string, at: Date, write: () => Promise<string> | string) => Promise<Packed>
}

/**
 * The policies as they are now, asked for at each request and written anew only when they changed: by a publication,
 * by an edit, or because an instant that they name has come. Right with any number of servers on one database.
 */
export function keptPolicies(db: Db): (key: string) => Promise<KeptPolicy | null> {
  const latest = new Map<string, { mark: string; kept: KeptPolicy }>()
  return shareReads(async (key) => {
    const policy = await readPublicPolicy(db, key)
    if (!policy) {
      latest.delete(key)
      return null
    }
    const mark = JSON.stringify(policy)
    const known = latest.get(key)
    if (known?.mark === mark) return known.kept
    const kept = keep(policy)
    latest.set(key, { mark, kept })
    return kept
  })
}

function keep(policy: PublicPolicy): KeptPolicy {
  const instants = instantsIn(policy)
  const pages = keepLast<Packed>(mostPages)
  return {
    policy,
    page(name, at, write) {
      const past = instants.filter((instant) => instant <= at.getTime()).length
      return pages(`${past} ${name}`, async () => pack(await write()))
    },
  }
}

/** Every instant that is named anywhere in it: between two of them the clock changes nothing. */
function instantsIn(value: unknown): number[] {
  if (value instanceof Date) return [value.getTime()]
  if (typeof value !== 'object' || value === null) return []
  return [...new Set(Object.values(value).flatMap(instantsIn))]
}
