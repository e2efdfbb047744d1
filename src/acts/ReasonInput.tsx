import {
  Box,
  FormControl,
  FormControlLabel,
  FormHelperText,
  FormLabel,
  Radio,
  RadioGroup,
} from '@mui/material'
import { useEffect, useId, useRef } from 'react'
import { useInput, useTranslate } from 'react-admin'
import { ChoiceFault } from './ChoiceFault.tsx'

type Props = {
  source: string
  choices: readonly string[]
  /** `choices.{catalogue}.{choice}` are the words. */
  catalogue: string
  label?: string
  /** Choices that cannot be taken now, with the reason why. */
  refusals?: Record<string, string>
}

/** A short list of reasons that answers to number keys. */
export function ReasonInput({ source, choices, catalogue, label = 'acts.reason', refusals = {} }: Props) {
  const t = useTranslate()
  const id = useId()
  const root = useRef<HTMLFieldSetElement>(null)
  const { field, fieldState } = useInput({ source, defaultValue: '' })
  const { onChange } = field
  const message = fieldState.error?.message
  const firstOpen = choices.find((choice) => !(choice in refusals))

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const choice = choices[Number(event.key) - 1]
      if (!choice || choice in refusals || !root.current?.isConnected) return
      event.preventDefault()
      onChange(choice)
      root.current.querySelector<HTMLInputElement>(`input[value="${choice}"]`)?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [choices, refusals, onChange])

  return (
    <FormControl component="fieldset" error={Boolean(message)} ref={root}>
      <FormLabel component="legend" id={id} sx={{ fontSize: 14, fontWeight: 500 }}>
        {t(label)}
      </FormLabel>
      <RadioGroup
        aria-labelledby={id}
        name={source}
        value={field.value ?? ''}
        onChange={(_, value) => onChange(value)}
      >
        {choices.map((choice, index) => (
          <Box key={choice}>
            <FormControlLabel
              value={choice}
              disabled={choice in refusals}
              control={<Radio size="small" autoFocus={choice === firstOpen} />}
              label={
                <>
                  <Box component="kbd" aria-hidden="true" sx={keyCap}>
                    {index + 1}
                  </Box>
                  {t(`choices.${catalogue}.${choice}`)}
                </>
              }
              sx={{ minHeight: { xs: 44, sm: 32 }, '& .MuiRadio-root': { p: 1, mx: 1.25 } }}
            />
            {refusals[choice] && (
              <FormHelperText error={false} sx={{ ml: 8, mt: 0 }}>
                {refusals[choice]}
              </FormHelperText>
            )}
          </Box>
        ))}
      </RadioGroup>
      <ChoiceFault message={message} />
    </FormControl>
  )
}

const keyCap = {
  display: 'inline-block',
  minWidth: 20,
  mr: 2,
  px: 1,
  border: 1,
  borderColor: 'divider',
  borderRadius: 0.5,
  color: 'text.secondary',
  fontFamily: 'inherit',
  fontSize: 12,
  textAlign: 'center',
} as const

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'radio')
  )
}
