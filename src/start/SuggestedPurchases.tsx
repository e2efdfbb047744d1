import { useTranslate } from 'react-admin'
import type { PurchaseRow } from '../../contract/purchases.ts'
import { suggested } from '../purchases/activityRule.ts'
import { PurchaseLines } from '../purchases/PurchaseLines.tsx'
import { WaitingCard } from './WaitingCard.tsx'

export function SuggestedPurchases() {
  const t = useTranslate()
  return (
    <WaitingCard<PurchaseRow>
      noun="purchases"
      title={t('start.suggested')}
      none={t('start.suggested_none')}
      filter={suggested}
      sort={{ field: 'placedAt', order: 'ASC' }}
      height={{ xs: 345, sm: 264 }}
    >
      {(purchases) => <PurchaseLines purchases={purchases} ofMany />}
    </WaitingCard>
  )
}
