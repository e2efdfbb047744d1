import {
  BlockPurchase,
  CancelPurchase,
  DeactivatePurchase,
  Purchase,
  PurchaseRow,
  ReactivatePurchase,
  UnblockPurchase,
} from '../../contract/purchases.ts'
import { act } from '../act.ts'
import type { NounSpec } from '../nounRoutes.ts'
import { block } from './block.ts'
import { cancel } from './cancel.ts'
import { deactivate } from './deactivate.ts'
import { purchaseList } from './purchaseList.ts'
import { reactivate } from './reactivate.ts'
import { readPurchase } from './read.ts'
import { unblock } from './unblock.ts'

/** Purchases: two axes, the order's status from the shop and our activation. Nothing deletes one. */
export const purchases: NounSpec<PurchaseRow, Purchase> = {
  noun: 'purchases',
  row: PurchaseRow,
  one: Purchase,
  list: purchaseList,
  read: readPurchase,
  opened: ({ customerId }) => ({ customerId }),
  searchIsEvent: true,
  acts: {
    block: act(BlockPurchase, block),
    unblock: act(UnblockPurchase, unblock),
    cancel: act(CancelPurchase, cancel),
    deactivate: act(DeactivatePurchase, deactivate),
    reactivate: act(ReactivatePurchase, reactivate),
  },
}
