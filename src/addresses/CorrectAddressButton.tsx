import { Button } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { type Address, EditAddress } from '../../contract/addresses.ts'
import { CorrectDialog } from '../changes/CorrectDialog.tsx'
import { useHasDraft } from '../changes/useDrafts.ts'
import { useMay } from '../session/useMay.ts'
import { AddressInputs, addressFields } from './AddressInputs.tsx'
import { shortly } from './shortly.ts'

export function CorrectAddressButton({ address }: { address: Address }) {
  const t = useTranslate()
  const may = useMay()
  const form = `addresses.${address.id}`
  const isBegun = useHasDraft(form)
  const [isOpen, setOpen] = useState(false)
  if (!may('addresses', 'edit')) return null
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t(isBegun && !isOpen ? 'changes.go_on' : 'acts.addresses.edit.name')}
      </Button>
      {isOpen && (
        <CorrectDialog
          noun="addresses"
          record={address}
          form={form}
          fields={addressFields}
          schema={EditAddress}
          title={t('acts.addresses.edit.title', { name: shortly(address) })}
          says={t('acts.addresses.edit.says')}
          confirm={t('changes.save')}
          done={t('acts.addresses.edit.done')}
          onClose={() => setOpen(false)}
        >
          <AddressInputs address={address} />
        </CorrectDialog>
      )}
    </>
  )
}
