import { Refused } from '../errors.ts'

/** Why a list cannot be read as asked for, in the caller's own words for it. */
export const badQuery = (fault: string) => new Refused('BAD_QUERY', { values: { fault } })
