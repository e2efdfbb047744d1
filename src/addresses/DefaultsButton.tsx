import { Button, MenuItem } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import type { Address } from '../../contract/addresses.ts'
import { type CustomerRecord, EditCustomer } from '../../contract/customers.ts'
import { CorrectDialog } from '../changes/CorrectDialog.tsx'
import { TextLine } from '../changes/inputs/TextLine.tsx'
import { useMay } from '../session/useMay.ts'
import { WhyAsked } from '../settings/WhyAsked.tsx'
import { AddressWords } from './AddressWords.tsx'

const defaults = { billing: 'defaultBillingAddressId', shipping: 'defaultShippingAddressId' } as const
const uses = ['shipping', 'billing'] as const
const asked = { billing: 'billingAddress', shipping: 'shippingAddress' } as const

type Props = { customer: CustomerRecord; addresses: readonly Address[] }

/** Chooses which address bills and which parcels go to, unless an order says otherwise. */
export function DefaultsButton({ customer, addresses }: Props) {
  const t = useTranslate()
  const may = useMay()
  const [isOpen, setOpen] = useState(false)
  const live = addresses.filter(({ status }) => status === 'live')
  if (!may('customers', 'edit') || live.length === 0) return null
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('acts.addresses.choose.name')}
      </Button>
      {isOpen && (
        <CorrectDialog
          noun="customers"
          record={customer}
          form={`defaults.${customer.id}`}
          fields={Object.values(defaults)}
          schema={EditCustomer}
          title={t('acts.addresses.choose.title', { name: customer.reference })}
          says={t('acts.addresses.choose.says')}
          confirm={t('changes.save')}
          done={t('acts.addresses.choose.done', { name: customer.reference })}
          onClose={() => setOpen(false)}
        >
          {uses.map((use) => (
            <TextLine
              key={use}
              noun="customers"
              source={defaults[use]}
              help={<WhyAsked field={asked[use]} />}
              select
            >
              <MenuItem value="">
                <em>{t('resources.addresses.none')}</em>
              </MenuItem>
              {live
                .filter(({ kind }) => kind === 'both' || kind === use)
                .map((address) => (
                  <MenuItem key={address.id} value={address.id}>
                    <AddressWords address={address} />
                  </MenuItem>
                ))}
            </TextLine>
          ))}
        </CorrectDialog>
      )}
    </>
  )
}
