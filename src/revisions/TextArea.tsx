import { Box, FormHelperText } from '@mui/material'
import { useId } from 'react'

type Props = {
  text: string
  language: string
  label: string
  message: string | null
  onWrite: (text: string) => void
}

/** The browser's own: it checks the spelling, speaks to screen readers, and is quick in a long text. */
export function TextArea({ text, language, label, message, onWrite }: Props) {
  const id = useId()
  // A textarea knows one kind of line end; a text that came with the other keeps it.
  const end = text.includes('\r\n') ? '\r\n' : '\n'
  return (
    <>
      <Box
        component="textarea"
        defaultValue={text}
        aria-label={label}
        aria-invalid={message !== null}
        aria-describedby={message ? id : undefined}
        lang={language}
        dir="auto"
        spellCheck
        onInput={({ currentTarget }: { currentTarget: HTMLTextAreaElement }) =>
          onWrite(currentTarget.value.replaceAll('\n', end))
        }
        sx={{
          flex: 1,
          width: '100%',
          minHeight: 0,
          p: 4,
          border: 0,
          resize: 'none',
          bgcolor: 'background.paper',
          color: 'text.primary',
          font: 'inherit',
          lineHeight: 1.6,
          '&:focus-visible': { outlineOffset: -2 },
        }}
      />
      {message && (
        <FormHelperText id={id} error role="alert" sx={{ px: 4, pb: 2 }}>
          {message}
        </FormHelperText>
      )}
    </>
  )
}
