import type { FieldValues } from 'react-hook-form'
import { type Address, AddressRecord, RetireAddress } from '../../contract/addresses.ts'
import { ActButton } from '../acts/ActButton.tsx'
import { filledIn } from '../acts/formErrors.ts'
import { ReasonText } from '../changes/inputs/ReasonText.tsx'
import { useFresh } from '../changes/useFresh.ts'
import { nothingInstead, ReplacementInput } from './ReplacementInput.tsx'
import { shortly } from './shortly.ts'

type Props = { address: Address; others: readonly Address[] }

/** Takes an address out of use; of a default one somebody says what takes its place. */
export function RetireAddressButton({ address, others }: Props) {
  const fresh = useFresh()
  return (
    <ActButton
      noun="addresses"
      verb="retire"
      record={address}
      name={shortly(address)}
      schema={RetireAddress}
      variant="text"
      toBody={bodyOf}
      onDone={(answer) => fresh('addresses', AddressRecord.parse(answer))}
    >
      {address.defaultFor.length > 0 && <ReplacementInput address={address} others={others} />}
      <ReasonText />
    </ActButton>
  )
}

const bodyOf = ({ replacementId, ...rest }: FieldValues) => ({
  ...filledIn({ ...rest, replacementId }),
  ...(replacementId === nothingInstead ? { replacementId: null } : {}),
})
