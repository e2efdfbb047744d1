import { DeactivatePurchase, Purchase, PurchaseRow, ReactivatePurchase } from '../../contract/purchases.ts'
import { act } from '../act.ts'
import type { NounSpec } from '../nounRoutes.ts'
import { deactivate } from './deactivate.ts'
import { purchaseList } from './purchaseList.ts'
import { reactivate } from './reactivate.ts'
import { readPurchase } from './read.ts'

/** Purchases: two axes, the order's status from the shop and our activation. Nothing deletes one. */
export const purchases: NounSpec<PurchaseRow, Purchase> = {
  noun: 'purchases',
  row: PurchaseRow,
  one: Purchase,
  list: purchaseList,
  read: readPurchase,
  opened: ({ customerId }) => ({ customerId }),
  searchIsEvent: true,
  acts: { deactivate: act(DeactivatePurchase, deactivate), reactivate: act(ReactivatePurchase, reactivate) },
}
