import { Refused } from '../errors.ts'
import { scopeHash } from './scopeHash.ts'
import type { Situation } from './situation.ts'

/** A decision binds to the one exact scope that was read. @throws SCOPE_CHANGED if it is another one by now */
export function refuseOtherScope({ disclosure, subjects }: Situation, read: string) {
  if (read !== scopeHash(disclosure, subjects)) throw new Refused('SCOPE_CHANGED')
}
