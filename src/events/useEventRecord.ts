import type { Event } from '../../contract/events.ts'
import type { Noun } from '../../contract/permissions.ts'
import { useMay } from '../session/useMay.ts'

/** A record that has a page of its own. */
export type PagedRecord = { noun: Noun; id: string }

const paged: readonly Noun[] = ['customers', 'purchases', 'batches', 'disclosures', 'policies', 'revisions']

/** The record that an event is about, or whose it is where that has no page, if the reader may see it. */
export function useEventRecord() {
  const may = useMay()
  return ({ noun, recordId, customerId }: Event): PagedRecord | null => {
    const own = paged.find((each) => each === noun)
    if (own && recordId && may(own, 'show')) return { noun: own, id: recordId }
    return customerId ? { noun: 'customers', id: customerId } : null
  }
}

/** Where the record of an event is to be seen. */
export function useEventAddress() {
  const recordOf = useEventRecord()
  return (event: Event): string | null => {
    if (event.noun === 'settings') return '/settings'
    const record = recordOf(event)
    return record && `/${record.noun}/${record.id}/show`
  }
}
