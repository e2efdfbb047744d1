import { useTranslate } from 'react-admin'
import type { Purchase } from '../../contract/purchases.ts'
import { CustomerName } from '../customers/CustomerName.tsx'
import { EventPanel } from '../events/EventPanel.tsx'
import { CopyButton } from '../fields/CopyButton.tsx'
import { StateChip } from '../fields/StateChip.tsx'
import { PageHeader } from '../layout/PageHeader.tsx'
import { RecordColumns, RecordPage } from '../layout/RecordPage.tsx'
import { Neighbours } from '../neighbours/Neighbours.tsx'
import { PromisesCard } from '../policies/PromisesCard.tsx'
import { ActivationCard } from './ActivationCard.tsx'
import { HeldBackCard } from './HeldBackCard.tsx'
import { ItemsCard } from './ItemsCard.tsx'
import { activeOnly, listOrder } from './listOrder.ts'
import { OrderCard } from './OrderCard.tsx'
import { OrderHistoryCard } from './OrderHistoryCard.tsx'
import { PurchaseActs } from './PurchaseActs.tsx'
import { SnapshotsCard } from './SnapshotsCard.tsx'

export const PurchaseShow = () => (
  <RecordPage<Purchase> noun="purchases">{(purchase) => <PurchasePage purchase={purchase} />}</RecordPage>
)

function PurchasePage({ purchase }: { purchase: Purchase }) {
  const t = useTranslate()
  const { id, reference, activation, orderStatus } = purchase
  return (
    <>
      <PageHeader
        title={t('resources.purchases.of', { reference })}
        parent={{ to: '/purchases', label: t('resources.purchases.name', { smart_count: 2 }) }}
        around={<Neighbours noun="purchases" id={id} sort={listOrder} filter={activeOnly} />}
        beside={
          <>
            <CopyButton value={reference} />
            <StateChip kind="activation" state={activation} />
            <StateChip kind="order" state={orderStatus} />
          </>
        }
        below={<CustomerName />}
        actions={<PurchaseActs purchase={purchase} />}
      />
      <RecordColumns
        side={
          <>
            <PromisesCard at={purchase.placedAt} />
            <EventPanel noun="purchases" recordId={id} />
          </>
        }
      >
        <HeldBackCard purchase={purchase} />
        <OrderCard purchase={purchase} />
        <ItemsCard purchase={purchase} />
        <OrderHistoryCard purchase={purchase} />
        <ActivationCard purchase={purchase} />
        <SnapshotsCard key={id} purchase={purchase} />
      </RecordColumns>
    </>
  )
}
