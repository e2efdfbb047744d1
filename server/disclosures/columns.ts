import { isDeepStrictEqual } from 'node:util'
import type { EditDisclosure } from '../../contract/disclosureActs.ts'
import type { DisclosureRecord } from './situation.ts'

type Typed = Omit<EditDisclosure, 'version' | 'subjects'>

/** What was typed as the table keeps it; an absent field stays absent, null clears. */
export function columnsOf({ receivedAt, dueAt, ...rest }: Typed) {
  return {
    ...rest,
    ...(receivedAt === undefined ? {} : { receivedAt: asDate(receivedAt) }),
    ...(dueAt === undefined ? {} : { dueAt: asDate(dueAt) }),
  }
}

/** The names of the fields in which two states of a request differ. */
export function differing(before: DisclosureRecord, after: DisclosureRecord): string[] {
  const known = new Map<string, unknown>(Object.entries(before))
  return Object.entries(after)
    .filter(([field, value]) => !isDeepStrictEqual(known.get(field), value))
    .map(([field]) => field)
}

const asDate = (text: string | null) => (text === null ? null : new Date(text))
