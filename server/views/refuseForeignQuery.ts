import { cardRefusal } from '../../contract/cardRefusal.ts'
import { findCardNumber } from '../../contract/cards.ts'
import type { View } from '../../contract/views.ts'
import type { Staff } from '../caller.ts'
import { Refused } from '../errors.ts'
import { parseQuery } from '../lists/listQuery.ts'
import type { Lists } from './lists.ts'

/** What would tie a view to one person, or keep what somebody typed in search of one. */
const personal: ReadonlySet<string> = new Set(['q', 'id', 'customerId', 'recordId', 'requestId'])
/** Codes, dates and ids; a person's name or address is none of them. */
const code = /^[\w.:+-]{1,60}$/

type Query = Pick<View, 'noun' | 'filter' | 'sort'>

/**
 * A view is read by the very list it is for, and holds no personal data: views are shared and kept, and an erasure
 * does not look into them (docs/decisions/011-no-personal-data-left-behind.md).
 * @throws CARD_NUMBER_NOT_ALLOWED; VIEW_HOLDS_PERSON if the filter holds a search, one person or free words
 * @throws INVALID at `filter` or `sort` with what the list itself says against it
 */
export function refuseForeignQuery(lists: Lists, by: Staff, now: Date, { noun, filter, sort }: Query) {
  const values = Object.values(filter).flat()
  const isWords = (value: string | boolean) => typeof value === 'string' && !code.test(value)
  if (Object.keys(filter).some((name) => personal.has(name)) || values.some(isWords)) {
    throw new Refused('VIEW_HOLDS_PERSON', {
      errors: { filter: 'Clear the search and whatever names one person, then save the view.' },
    })
  }
  const card = values.map((value) => (typeof value === 'string' ? findCardNumber(value) : null)).find(Boolean)
  if (card) {
    throw new Refused('CARD_NUMBER_NOT_ALLOWED', {
      values: card,
      errors: { filter: cardRefusal(card.last4) },
    })
  }
  refuseWhere('filter', () => parse({ filter: JSON.stringify(filter) }))
  if (sort) refuseWhere('sort', () => parse({ sort: JSON.stringify(sort) }))

  function parse(query: Record<string, string>) {
    parseQuery(lists[noun], { by, now }, new URLSearchParams(query))
  }
}

function refuseWhere(field: string, parse: () => void) {
  try {
    parse()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    throw new Refused('INVALID', { errors: { [field]: error.message } })
  }
}
