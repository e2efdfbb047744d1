import { useEffect } from 'react'
import { type FieldValues, useWatch } from 'react-hook-form'

/** Hands on what is typed as it is typed, so that closing a dialog loses nothing. In memory only. */
export function KeepDraft({ onChange }: { onChange: (values: FieldValues) => void }) {
  const values = useWatch()
  useEffect(() => onChange(values), [values, onChange])
  return null
}
