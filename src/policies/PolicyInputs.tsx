import { TextField } from '@mui/material'
import type { ReactNode } from 'react'
import { useInput, useTranslate, ValidationError } from 'react-admin'
import { useWatch } from 'react-hook-form'
import { sayLanguage } from '../fields/sayLanguage.ts'

/** What a policy is called, where the public finds it, whom it can ask, and in which language it is. */
export function PolicyInputs({ children }: { children?: ReactNode }) {
  const t = useTranslate()
  const language = useWatch({ name: 'language' })
  return (
    <>
      <Line source="title" help={t('resources.policies.help.title')} />
      {children}
      <Line source="contactEmail" type="email" help={t('resources.policies.help.contactEmail')} />
      <Line
        source="language"
        help={t('resources.policies.help.language', { name: sayLanguage(language) ?? '…' })}
      />
    </>
  )
}

/** The public address; only a new policy may still choose it. */
export function KeyInput() {
  const t = useTranslate()
  const key = useWatch({ name: 'key' })
  return <Line source="key" help={t('resources.policies.help.key', { key: key || '…' })} />
}

type Props = { source: string; help: string; type?: string }

function Line({ source, help, type = 'text' }: Props) {
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
      autoComplete="off"
      fullWidth
      error={Boolean(message)}
      helperText={message ? <ValidationError error={message} /> : help}
    />
  )
}
