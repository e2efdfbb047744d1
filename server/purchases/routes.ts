import {
  activations,
  DeactivatePurchase,
  deactivationReasons,
  openMatters,
  orderStatuses,
  Purchase,
  PurchaseRow,
  ReactivatePurchase,
} from '../../contract/purchases.ts'
import { act } from '../act.ts'
import { purchases as table } from '../database/schema.ts'
import type { NounSpec } from '../nounRoutes.ts'
import { anyIdOf, anyOf, atOrAfter, atOrBefore, bad, parseInstant, sortBy } from '../simpleRest.ts'
import { deactivate } from './deactivate.ts'
import { inactiveSince, suggestedAt } from './eligibility.ts'
import { reactivate } from './reactivate.ts'
import { readPurchase, readRows } from './read.ts'
import { searchPurchases } from './search.ts'

/** Purchases: two axes, the order's status from the shop and our activation. Nothing deletes one. */
export const purchases: NounSpec<PurchaseRow, Purchase> = {
  noun: 'purchases',
  row: PurchaseRow,
  one: Purchase,
  list: {
    noun: 'purchases',
    table,
    counted: true,
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
      currency: anyOf(table.currency),
      placedAtFrom: atOrAfter(table.placedAt),
      placedAtTo: atOrBefore(table.placedAt),
      inactiveSince: (value, name) => inactiveSince(parseInstant(value, name)),
      suggested: (value, name, { now }) => {
        if (value !== true) throw bad(`${name} takes true.`)
        return suggestedAt(now)
      },
    },
    search: searchPurchases,
    rows: readRows,
  },
  read: readPurchase,
  opened: ({ customerId }) => ({ customerId }),
  searchIsEvent: true,
  acts: { deactivate: act(DeactivatePurchase, deactivate), reactivate: act(ReactivatePurchase, reactivate) },
}
