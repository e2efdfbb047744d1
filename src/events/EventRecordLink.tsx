import type { Event } from '../../contract/events.ts'
import type { Noun } from '../../contract/permissions.ts'
import { RowLink } from '../lists/RowLink.tsx'
import { useMay } from '../session/useMay.ts'
import { useEventText } from './useEventText.ts'

/** Nouns whose records have a page of their own. */
const paged: readonly Noun[] = ['customers', 'purchases', 'batches', 'disclosures', 'policies', 'revisions']

/** Where the record of an event is to be seen, if the reader may see it. */
export function useEventAddress() {
  const may = useMay()
  return ({ noun, recordId, customerId }: Event): string | null => {
    const page = paged.find((each) => each === noun)
    if (page && recordId && may(page, 'show')) return `/${page}/${recordId}/show`
    if (noun === 'settings') return '/settings'
    return customerId ? `/customers/${customerId}/show` : null
  }
}

export function EventRecordLink({ event }: { event: Event }) {
  const { what } = useEventText()(event)
  const address = useEventAddress()(event)
  return address ? <RowLink to={address}>{sentence(what)}</RowLink> : sentence(what)
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
