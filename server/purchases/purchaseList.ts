import {
  activations,
  deactivationReasons,
  openMatters,
  orderStatuses,
  type PurchaseRow,
} from '../../contract/purchases.ts'
import { purchases as table } from '../database/schema/purchases.ts'
import { badQuery } from '../lists/badQuery.ts'
import { anyIdOf, anyOf, atOrAfter, atOrBefore, parseInstant, whenTrue } from '../lists/filters.ts'
import type { ListSpec } from '../lists/listSpec.ts'
import { sortBy } from '../lists/sorts.ts'
import { wholeTotal } from '../lists/wholeTotal.ts'
import { inactiveSince, suggestedAt } from './eligibility.ts'
import { readFirst, readRows } from './read.ts'
import { nearestPurchases, resolveSearch, searchPurchases } from './search.ts'

/** How purchases are listed; what works on many of them at once reads its filter in the same way. */
export const purchaseList: ListSpec<PurchaseRow> = {
  noun: 'purchases',
  table,
  total: wholeTotal('purchases'),
  sorts: {
    placedAt: sortBy(table.placedAt),
    reference: sortBy(table.reference),
    number: sortBy(table.number),
    gross: sortBy(table.gross),
    finalAt: sortBy(table.finalAt),
  },
  defaultSort: ['placedAt', 'DESC'],
  filters: {
    customerId: anyIdOf(table.customerId),
    activation: anyOf(table.activation, activations),
    orderStatus: anyOf(table.orderStatus, orderStatuses),
    openMatter: anyOf(table.openMatter, openMatters),
    deactivationReason: anyOf(table.deactivationReason, deactivationReasons),
    currency: (value, name) => {
      const codes = Array.isArray(value) ? value : [value]
      if (!codes.every((code) => typeof code === 'string' && /^[A-Z]{3}$/.test(code)))
        throw badQuery(`${name} takes codes such as EUR.`)
      return anyOf(table.currency)(value, name)
    },
    placedAtFrom: atOrAfter(table.placedAt),
    placedAtTo: atOrBefore(table.placedAt),
    inactiveSince: (value, name) => inactiveSince(parseInstant(value, name)),
    suggested: whenTrue((_value, _name, { now }) => suggestedAt(now)),
  },
  search: searchPurchases,
  resolveSearch,
  nearest: nearestPurchases,
  rows: readRows,
  firstRows: readFirst,
}
