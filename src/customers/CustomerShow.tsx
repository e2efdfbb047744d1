import { useState } from 'react'
import { useTranslate } from 'react-admin'
import type { Customer, RevealedCustomer } from '../../contract/customers.ts'
import { EventPanel } from '../events/EventPanel.tsx'
import { ReferenceText } from '../fields/ReferenceText.tsx'
import { StateChip } from '../fields/StateChip.tsx'
import { PageHeader } from '../layout/PageHeader.tsx'
import { RecordColumns, RecordPage } from '../layout/RecordPage.tsx'
import { AccountCard } from './AccountCard.tsx'
import { AddressesCard } from './AddressesCard.tsx'
import { ContactCard } from './ContactCard.tsx'
import { PurchasesCard } from './PurchasesCard.tsx'
import { useCustomerName } from './useCustomerName.ts'

export const CustomerShow = () => (
  <RecordPage<Customer> noun="customers">
    {(customer) => <Workplace key={customer.id} customer={customer} />}
  </RecordPage>
)

function Workplace({ customer }: { customer: Customer }) {
  const t = useTranslate()
  const nameOf = useCustomerName()
  const [revealed, setRevealed] = useState<RevealedCustomer | null>(null)
  return (
    <>
      <PageHeader
        title={nameOf(customer)}
        documentTitle={customer.reference}
        parent={{ to: '/customers', label: t('resources.customers.name', { smart_count: 2 }) }}
        beside={
          <>
            <StateChip kind="customer" state={customer.status} />
            <ReferenceText value={customer.reference} />
          </>
        }
      />
      <RecordColumns side={<EventPanel customerId={customer.id} />}>
        <ContactCard customer={customer} revealed={revealed} onRevealed={setRevealed} />
        <PurchasesCard customerId={customer.id} />
        <AddressesCard customerId={customer.id} revealed={revealed} />
        <AccountCard customer={customer} />
      </RecordColumns>
    </>
  )
}
