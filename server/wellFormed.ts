import { Refused } from './errors.ts'
import { isId } from './lists/ids.ts'

/** An id as it may go to the database. @throws NOT_FOUND for anything else, which no record can have */
export function wellFormed(id: string): string {
  if (!isId(id)) throw new Refused('NOT_FOUND')
  return id
}
