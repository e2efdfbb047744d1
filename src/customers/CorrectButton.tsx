import { Button } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { type CustomerRecord, EditCustomer } from '../../contract/customers.ts'
import { CorrectDialog } from '../changes/CorrectDialog.tsx'
import { useHasDraft } from '../changes/useDrafts.ts'
import { useShortcut } from '../keyboard/useShortcut.ts'
import { useOffer } from '../palette/offers.ts'
import { useMay } from '../session/useMay.ts'
import { CustomerInputs, correctable } from './CustomerInputs.tsx'

/** Opens the form that corrects a customer, or goes on with what was typed in it before. */
export function CorrectButton({ customer }: { customer: CustomerRecord }) {
  const t = useTranslate()
  const may = useMay()
  const form = `customers.${customer.id}`
  const isBegun = useHasDraft(form)
  const [isOpen, setOpen] = useState(false)
  const isAllowed = may('customers', 'edit')
  useShortcut({
    key: 'e',
    label: 'acts.customers.edit.name',
    run: () => setOpen(true),
    enabled: isAllowed,
  })
  const title = t('acts.customers.edit.title', { name: customer.reference })
  useOffer(
    isAllowed
      ? { id: `act:customers.edit:${customer.id}`, label: title, refusal: null, run: () => setOpen(true) }
      : null,
  )
  if (!isAllowed) return null
  return (
    <>
      <Button variant="contained" aria-keyshortcuts="e" onClick={() => setOpen(true)}>
        {t(isBegun && !isOpen ? 'changes.go_on' : 'acts.customers.edit.name')}
      </Button>
      {isOpen && (
        <CorrectDialog
          noun="customers"
          record={customer}
          form={form}
          fields={correctable}
          schema={EditCustomer}
          title={title}
          says={t('acts.customers.edit.says')}
          confirm={t('changes.save')}
          done={t('acts.customers.edit.done', { name: customer.reference })}
          onClose={() => setOpen(false)}
        >
          <CustomerInputs customer={customer} />
        </CorrectDialog>
      )}
    </>
  )
}
