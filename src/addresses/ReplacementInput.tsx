import { FormControl, FormControlLabel, FormLabel, Radio, RadioGroup } from '@mui/material'
import { useId } from 'react'
import { useInput, useTranslate } from 'react-admin'
import type { Address } from '../../contract/addresses.ts'
import { ChoiceFault } from '../acts/ChoiceFault.tsx'
import { AddressWords } from './AddressWords.tsx'

export const nothingInstead = 'none'

type Props = { address: Address; others: readonly Address[] }

/** Which live address takes the place of a default one, or that none does. */
export function ReplacementInput({ address, others }: Props) {
  const t = useTranslate()
  const id = useId()
  const { field, fieldState } = useInput({ source: 'replacementId', defaultValue: '' })
  const message = fieldState.error?.message
  const [use, ...more] = address.defaultFor
  const uses = t(`resources.addresses.uses.${more.length > 0 ? 'both' : use}`)
  const fitting = others.filter(
    ({ id: other, kind, status }) =>
      other !== address.id &&
      status === 'live' &&
      address.defaultFor.every((use) => kind === 'both' || kind === use),
  )
  return (
    <FormControl component="fieldset" error={Boolean(message)}>
      <FormLabel component="legend" id={id} sx={{ fontSize: 14, fontWeight: 500 }}>
        {t('resources.addresses.replacement', { uses })}
      </FormLabel>
      <RadioGroup
        aria-labelledby={id}
        name="replacementId"
        value={field.value ?? ''}
        onChange={(_, value) => field.onChange(value)}
      >
        {fitting.map((other) => (
          <FormControlLabel
            key={other.id}
            value={other.id}
            control={<Radio size="small" />}
            label={<AddressWords address={other} />}
            sx={{ minHeight: { xs: 44, sm: 32 } }}
          />
        ))}
        <FormControlLabel
          value={nothingInstead}
          control={<Radio size="small" />}
          label={t('resources.addresses.no_replacement')}
          sx={{ minHeight: { xs: 44, sm: 32 } }}
        />
      </RadioGroup>
      <ChoiceFault message={message} />
    </FormControl>
  )
}
