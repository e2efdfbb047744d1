import { Box } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import type { CustomerRecord, RevealedCustomer } from '../../contract/customers.ts'
import { customersOrder } from '../../contract/firstRows.ts'
import { AddressesCard } from '../addresses/AddressesCard.tsx'
import { CustomerTimeline } from '../events/CustomerTimeline.tsx'
import { ReferenceText } from '../fields/ReferenceText.tsx'
import { StateChip } from '../fields/StateChip.tsx'
import { PageHeader } from '../layout/PageHeader.tsx'
import { RecordColumns, RecordPage } from '../layout/RecordPage.tsx'
import { Neighbours } from '../neighbours/Neighbours.tsx'
import { AccountCard } from './AccountCard.tsx'
import { ContactCard } from './ContactCard.tsx'
import { CorrectButton } from './CorrectButton.tsx'
import { CustomerState } from './CustomerState.tsx'
import { PurchasesCard } from './PurchasesCard.tsx'
import { ReadinessMark } from './ReadinessMark.tsx'
import { StateButton } from './StateButton.tsx'
import { useCustomerName } from './useCustomerName.ts'

export const CustomerShow = () => (
  <RecordPage<CustomerRecord> noun="customers">
    {(customer) => <Workplace key={customer.id} customer={customer} />}
  </RecordPage>
)

/** Everything that is needed with the customer on the telephone, on one page. */
function Workplace({ customer }: { customer: CustomerRecord }) {
  const t = useTranslate()
  const nameOf = useCustomerName()
  const [shown, setShown] = useState<{ revealed: RevealedCustomer; version: number } | null>(null)
  // What was corrected since is no longer what was revealed.
  const revealed = shown?.version === customer.version ? shown.revealed : null
  const isErased = customer.status === 'erased'
  return (
    <>
      <PageHeader
        title={nameOf(customer)}
        documentTitle={customer.reference}
        parent={{ to: '/customers', label: t('resources.customers.name', { smart_count: 2 }) }}
        around={<Neighbours noun="customers" id={customer.id} sort={customersOrder} />}
        beside={
          <>
            <StateChip kind="customer" state={customer.status} />
            <ReferenceText value={customer.reference} />
          </>
        }
        below={
          isErased ? undefined : (
            <>
              {(customer.status === 'active' || !customer.readiness.processable) && (
                <ReadinessMark readiness={customer.readiness} />
              )}
              <CustomerState customer={customer} />
            </>
          )
        }
        actions={
          isErased ? undefined : (
            <>
              <StateButton customer={customer} />
              <CorrectButton customer={customer} />
            </>
          )
        }
      />
      <RecordColumns side={<CustomerTimeline customerId={customer.id} />}>
        <Box sx={pair}>
          <ContactCard
            customer={customer}
            revealed={revealed}
            onRevealed={(next) => setShown(next && { revealed: next, version: customer.version })}
          />
          <AddressesCard customer={customer} revealed={revealed} />
        </Box>
        <PurchasesCard customerId={customer.id} />
        <AccountCard customer={customer} />
      </RecordColumns>
    </>
  )
}

const pair = {
  display: 'grid',
  gap: 4,
  alignItems: 'stretch',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' },
} as const
