import { Skeleton } from '@mui/material'
import { useReference, useTranslate } from 'react-admin'
import type { Address } from '../../contract/addresses.ts'
import { MaskedText } from '../fields/MaskedText.tsx'
import { Nothing } from '../fields/Nothing.tsx'
import { sayCountry } from '../fields/sayCountry.ts'
import { sayLanguage } from '../fields/sayLanguage.ts'

type Props = { noun: string; field: string; value: string | null }

/** What a field says, in words rather than in codes. */
export function ValueWord({ noun, field, value }: Props) {
  const t = useTranslate()
  if (value === null || value === '') return <Nothing />
  if (field.endsWith('AddressId')) return <AddressWord id={value} />
  if (value.includes('•')) return <MaskedText value={value} />
  return <bdi>{wordOf()}</bdi>

  function wordOf() {
    if (field === 'country') return sayCountry(value)
    if (field === 'locale') return sayLanguage(value) ?? value
    if (field === 'kind' && noun === 'addresses')
      return t(`resources.addresses.kinds.${value}`, { _: value ?? '' })
    if (field !== 'status') return value
    return noun === 'customers'
      ? t(`states.customer.${value}`, { _: value ?? '' })
      : t(`resources.addresses.statuses.${value}`, { _: value ?? '' })
  }
}

function AddressWord({ id }: { id: string }) {
  const t = useTranslate()
  const { referenceRecord, isPending } = useReference<Address>({ reference: 'addresses', id })
  if (isPending)
    return <Skeleton component="span" variant="text" width={80} sx={{ display: 'inline-block' }} />
  const { line1, city } = referenceRecord ?? { line1: null, city: null }
  return <bdi>{[line1, city].filter(Boolean).join(', ') || t('changes.an_address')}</bdi>
}
