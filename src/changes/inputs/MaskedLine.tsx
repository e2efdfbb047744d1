import { Button, InputAdornment, TextField } from '@mui/material'
import type { ReactNode } from 'react'
import { useInput, useTranslate, ValidationError } from 'react-admin'
import { useFieldName } from '../useFieldName.ts'

type Props = {
  noun: string
  source: string
  /** What stands there now, as everybody sees it. */
  masked: string | null
  /** False where the field may not be taken away. */
  clearable?: boolean
  wide?: boolean
  help?: ReactNode
}

const asTyped = (typed: string | null) => typed

/** Contact data that is replaced without being seen: empty leaves it as it is. */
export function MaskedLine({ noun, source, masked, clearable = true, wide = false, help }: Props) {
  const t = useTranslate()
  const name = useFieldName(noun)(source)
  const { field, fieldState, id } = useInput({ source, parse: asTyped, format: asTyped })
  const { ref, ...bound } = field
  const isRemoved = field.value === null
  const message = fieldState.error?.message
  const keeps = masked ? t('changes.empty_keeps') : null
  const says = (help || keeps) && (
    <>
      {help}
      {keeps}
    </>
  )
  return (
    <TextField
      {...bound}
      id={id}
      value={field.value ?? ''}
      inputRef={ref}
      label={name}
      placeholder={isRemoved || !masked ? '' : t('changes.replace', { value: masked })}
      autoComplete="off"
      fullWidth
      error={Boolean(message)}
      helperText={message ? <ValidationError error={message} /> : isRemoved ? t('changes.removed') : says}
      slotProps={{
        inputLabel: masked ? { shrink: true } : {},
        htmlInput: { dir: 'auto', readOnly: isRemoved },
        input:
          masked && clearable && (field.value ?? '') === ''
            ? {
                endAdornment: (
                  <InputAdornment position="end">
                    <Button
                      size="small"
                      color="secondary"
                      aria-label={t(isRemoved ? 'changes.keep_of' : 'changes.remove_of', { field: name })}
                      onClick={() => field.onChange(isRemoved ? '' : null)}
                    >
                      {t(isRemoved ? 'changes.keep' : 'changes.remove')}
                    </Button>
                  </InputAdornment>
                ),
              }
            : {},
      }}
      {...(wide ? { sx: { gridColumn: '1 / -1' } } : {})}
    />
  )
}
