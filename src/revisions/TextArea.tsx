import { Box, FormHelperText } from '@mui/material'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { formats, Toolbar } from './drafting/Toolbar.tsx'
import { applyChange } from './editing/applyChange.ts'
import type { Change, Selected } from './editing/change.ts'
import { continueList } from './editing/continueList.ts'
import { takeInText } from './editing/takeInText.ts'

type Props = {
  /** What stands there at first, and what is put there later. */
  edition: { count: number; words: { body: string } }
  language: string
  label: string
  message: string | null
  onWrite: (text: string) => void
}

/** The browser's own: it checks the spelling, undoes, speaks to screen readers, and is quick in a long text. */
export function TextArea({ edition, language, label, message, onWrite }: Props) {
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  // A textarea knows one kind of line end; a text that came with the other keeps it.
  const [first] = useState(edition.words.body)
  const isWindows = useRef(first.includes('\r\n'))
  const isTakingIn = useRef(false)

  useEffect(() => {
    const { count, words } = edition
    if (count === 0 || !area.current) return
    isWindows.current = words.body.includes('\r\n')
    isTakingIn.current = true
    takeInText(area.current, words.body.replaceAll('\r\n', '\n'))
    isTakingIn.current = false
  }, [edition])

  function format(change: (selected: Selected) => Change | null): boolean {
    const { current } = area
    if (!current) return false
    const { value, selectionStart: start, selectionEnd: end } = current
    const changed = change({ text: value, start, end })
    if (changed) applyChange(current, changed)
    return changed !== null
  }

  function press(event: KeyboardEvent) {
    const { ctrlKey, metaKey, altKey, shiftKey, key, nativeEvent } = event
    if (nativeEvent.isComposing || altKey || shiftKey) return
    if (key === 'Enter' && !ctrlKey && !metaKey) {
      if (format(continueList)) event.preventDefault()
      return
    }
    const found = ctrlKey !== metaKey ? formats.find((each) => each.key === key.toLowerCase()) : undefined
    if (!found) return
    // In the text Ctrl+K makes a link; anywhere else it finds.
    event.preventDefault()
    event.stopPropagation()
    format(found.format)
  }

  return (
    <>
      <Toolbar controls={id} onFormat={format} />
      <Box
        component="textarea"
        ref={area}
        id={id}
        defaultValue={first}
        aria-label={label}
        aria-invalid={message !== null}
        aria-describedby={message ? `${id}-message` : undefined}
        lang={language}
        dir="auto"
        spellCheck
        onKeyDown={press}
        onInput={({ currentTarget }: { currentTarget: HTMLTextAreaElement }) => {
          if (isTakingIn.current) return
          const { value } = currentTarget
          onWrite(isWindows.current ? value.replaceAll('\n', '\r\n') : value)
        }}
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
        <FormHelperText id={`${id}-message`} error role="alert" sx={{ px: 4, pb: 2 }}>
          {message}
        </FormHelperText>
      )}
    </>
  )
}
