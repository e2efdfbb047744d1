import { TextField } from '@mui/material'
import { useInput, useTranslate, ValidationError } from 'react-admin'
import { useWatch } from 'react-hook-form'

/** What a policy is called, where the public finds it, and whom it can ask. */
export function PolicyInputs() {
  const t = useTranslate()
  const key = useWatch({ name: 'key' })
  return (
    <>
      <Line source="title" help={t('resources.policies.help.title')} autoFocus />
      <Line source="key" help={t('resources.policies.help.key', { key: key || '…' })} />
      <Line source="contactEmail" type="email" help={t('resources.policies.help.contactEmail')} />
    </>
  )
}

type Props = { source: string; help: string; type?: string; autoFocus?: boolean }

function Line({ source, help, type = 'text', autoFocus = false }: Props) {
  const t = useTranslate()
  const { field, fieldState } = useInput({ source, defaultValue: '' })
  const { ref, ...rest } = field
  const message = fieldState.error?.message
  return (
    <TextField
      {...rest}
      inputRef={ref}
      type={type}
      label={t(`resources.policies.fields.${source}`)}
      autoFocus={autoFocus}
      autoComplete="off"
      fullWidth
      error={Boolean(message)}
      helperText={message ? <ValidationError error={message} /> : help}
    />
  )
}
