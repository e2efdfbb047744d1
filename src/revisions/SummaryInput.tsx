import { useInput, useTranslate, ValidationError } from 'react-admin'
import { SummaryField } from './SummaryField.tsx'

/** The summary in a form, where the eye goes first. */
export function SummaryInput() {
  const t = useTranslate()
  const { field, fieldState } = useInput({ source: 'changeSummary', defaultValue: '' })
  const message = fieldState.error?.message
  return (
    <SummaryField
      name="changeSummary"
      value={field.value ?? ''}
      onChange={field.onChange}
      onBlur={field.onBlur}
      inputRef={field.ref}
      autoFocus
      help={t('resources.revisions.summary_help')}
      message={message && <ValidationError error={message} />}
    />
  )
}
