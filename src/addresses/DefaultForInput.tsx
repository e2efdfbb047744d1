import { Checkbox, FormControl, FormControlLabel } from '@mui/material'
import { useInput, useTranslate } from 'react-admin'
import { useWatch } from 'react-hook-form'
import { ChoiceFault } from '../acts/ChoiceFault.tsx'

const uses = ['shipping', 'billing'] as const

/** What the address is taken for unless somebody says otherwise. */
export function DefaultForInput() {
  const t = useTranslate()
  const { field, fieldState } = useInput({ source: 'defaultFor' })
  const kind = useWatch({ name: 'kind' })
  const chosen: string[] = Array.isArray(field.value) ? field.value : []
  const message = fieldState.error?.message
  return (
    <FormControl error={Boolean(message)}>
      {uses.map((use) => (
        <FormControlLabel
          key={use}
          label={t(`resources.addresses.default_for.${use}`)}
          control={
            <Checkbox
              size="small"
              checked={chosen.includes(use)}
              disabled={kind !== 'both' && kind !== use && !chosen.includes(use)}
              onChange={(_, isOn) =>
                field.onChange(isOn ? [...chosen, use] : chosen.filter((each) => each !== use))
              }
            />
          }
          sx={{ minHeight: { xs: 44, sm: 32 } }}
        />
      ))}
      <ChoiceFault message={message} />
    </FormControl>
  )
}
