import { MenuItem } from '@mui/material'
import { useMemo } from 'react'
import { useTranslate } from 'react-admin'
import { useWatch } from 'react-hook-form'
import { type Address, addressKinds } from '../../contract/addresses.ts'
import { FormGrid } from '../changes/inputs/FormGrid.tsx'
import { MaskedLine } from '../changes/inputs/MaskedLine.tsx'
import { SuggestLine } from '../changes/inputs/SuggestLine.tsx'
import { TextLine } from '../changes/inputs/TextLine.tsx'
import { WhyAsked } from '../settings/WhyAsked.tsx'
import { countryChoices } from './countryChoices.ts'

/** In the order in which an envelope is read. */
export const addressFields = [
  'kind',
  'recipient',
  'line1',
  'line2',
  'postalCode',
  'city',
  'region',
  'country',
  'phone',
]

/** The fields of an address; of one that exists the masked ones are empty, and are replaced unseen. */
export function AddressInputs({ address = null }: { address?: Address | null }) {
  const t = useTranslate()
  const countries = useMemo(countryChoices, [])
  return (
    <FormGrid>
      <TextLine noun="addresses" source="kind" help={<WhyOfKind />} select wide autoFocus>
        {addressKinds.map((kind) => (
          <MenuItem key={kind} value={kind}>
            {t(`resources.addresses.kinds.${kind}`)}
          </MenuItem>
        ))}
      </TextLine>
      <MaskedLine noun="addresses" source="recipient" masked={address?.recipient ?? null} wide />
      <MaskedLine noun="addresses" source="line1" masked={address?.line1 ?? null} clearable={false} wide />
      <MaskedLine noun="addresses" source="line2" masked={address?.line2 ?? null} wide />
      <TextLine noun="addresses" source="postalCode" />
      <TextLine noun="addresses" source="city" />
      <TextLine noun="addresses" source="region" />
      <SuggestLine noun="addresses" source="country" options={countries} strict />
      <MaskedLine noun="addresses" source="phone" masked={address?.phone ?? null} wide />
    </FormGrid>
  )
}

/** What the shop asks such an address for. */
function WhyOfKind() {
  const kind = useWatch({ name: 'kind' })
  if (kind === 'billing') return <WhyAsked field="billingAddress" />
  if (kind === 'shipping') return <WhyAsked field="shippingAddress" />
  return (
    <>
      <WhyAsked field="billingAddress" named />
      <br />
      <WhyAsked field="shippingAddress" named />
    </>
  )
}
