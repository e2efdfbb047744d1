import Add from '@mui/icons-material/AddOutlined'
import { Button } from '@mui/material'
import { useCallback, useState } from 'react'
import { useDataProvider, useNotify, useTranslate } from 'react-admin'
import type { FieldValues } from 'react-hook-form'
import { type AddressRecord, CreateAddress } from '../../contract/addresses.ts'
import type { CustomerRecord } from '../../contract/customers.ts'
import { FormDialog } from '../acts/FormDialog.tsx'
import { filledIn, formErrors } from '../acts/formErrors.ts'
import { useSending } from '../acts/useSending.ts'
import { withStatement } from '../acts/withStatement.ts'
import { ReasonText } from '../changes/inputs/ReasonText.tsx'
import { useDrafts, useHasDraft } from '../changes/useDrafts.ts'
import { useFresh } from '../changes/useFresh.ts'
import type { StewardProvider } from '../dataProvider.ts'
import { newKey } from '../idempotencyKey.ts'
import { useMay } from '../session/useMay.ts'
import { AddressInputs } from './AddressInputs.tsx'
import { DefaultForInput } from './DefaultForInput.tsx'

type Props = { customer: CustomerRecord }

export function AddAddressButton({ customer }: Props) {
  const t = useTranslate()
  const may = useMay()
  const isBegun = useHasDraft(formOf(customer))
  const [isOpen, setOpen] = useState(false)
  if (!may('addresses', 'create')) return null
  return (
    <>
      <Button size="small" startIcon={<Add />} onClick={() => setOpen(true)}>
        {t(isBegun && !isOpen ? 'changes.go_on' : 'acts.addresses.create.name')}
      </Button>
      {isOpen && <AddAddressDialog customer={customer} onClose={() => setOpen(false)} />}
    </>
  )
}

const formOf = ({ id }: CustomerRecord) => `addresses.create.${id}`

/** Where orders lack an address this one is offered in its place. */
const emptyOf = (customer: CustomerRecord): FieldValues => ({
  kind: 'both',
  country: customer.country ?? '',
  defaultFor: [
    ...(customer.defaultShippingAddressId ? [] : ['shipping']),
    ...(customer.defaultBillingAddressId ? [] : ['billing']),
  ],
})

function AddAddressDialog({ customer, onClose }: Props & { onClose: () => void }) {
  const t = useTranslate()
  const notify = useNotify()
  const fresh = useFresh()
  const provider = useDataProvider<StewardProvider>()
  const drafts = useDrafts(formOf(customer))
  const [defaults] = useState<FieldValues>(() => drafts.read()?.values ?? emptyOf(customer))
  const [idempotencyKey] = useState(newKey)
  const bodyOf = (values: FieldValues) =>
    withStatement(values, { ...filledIn(values), customerId: customer.id })
  const keep = useCallback(
    (values: FieldValues) => {
      if (isSame(values, emptyOf(customer))) drafts.drop()
      else drafts.keep({ opened: customer, values, meanwhile: null })
    },
    [drafts, customer],
  )

  const sending = useSending(async (values) => {
    const { data } = await provider.create<AddressRecord>('addresses', {
      data: bodyOf(values),
      meta: { idempotencyKey },
    })
    drafts.drop()
    onClose()
    fresh('addresses', data)
    notify('acts.addresses.create.done', { type: 'success', messageArgs: { name: customer.reference } })
  })

  return (
    <FormDialog
      title={t('acts.addresses.create.title', { name: customer.reference })}
      says={t('acts.addresses.create.says')}
      confirm={t('acts.addresses.create.name')}
      defaults={defaults}
      check={(values) => formErrors(CreateAddress, bodyOf(values))}
      sending={sending}
      onDraft={keep}
      onClose={onClose}
    >
      <AddressInputs />
      <DefaultForInput />
      <ReasonText />
    </FormDialog>
  )
}

/** A form in which nothing was typed is not worth keeping. */
const isSame = (values: FieldValues, empty: FieldValues) =>
  JSON.stringify(filledIn(values)) === JSON.stringify(filledIn(empty))
