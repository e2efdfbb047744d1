import Close from '@mui/icons-material/CloseOutlined'
import Search from '@mui/icons-material/SearchOutlined'
import { IconButton, InputAdornment, TextField } from '@mui/material'
import { useEffect, useState } from 'react'
import { useListContext, useStore, useTranslate } from 'react-admin'
import { longestSearch } from '../../contract/longestSearch.ts'
import { useSearchTerm } from './useSearchTerm.ts'

const pauseInTyping = 350

/** Searches as one pauses in typing; what is searched for never reaches the address bar. */
export function ListSearch({ noun }: { noun: string }) {
  const t = useTranslate()
  const { setPage } = useListContext()
  const [term, setTerm] = useSearchTerm(noun)
  const [, goToRows] = useStore(`${noun}.goToRows`, false)
  const [typed, setTyped] = useState(term)
  useEffect(() => setTyped(term), [term])

  useEffect(() => {
    if (typed.trim() === term) return
    const timer = setTimeout(() => search(typed), pauseInTyping)
    return () => clearTimeout(timer)
  })

  function search(wanted: string) {
    setTerm(wanted.trim())
    setPage(1)
  }

  return (
    <TextField
      hiddenLabel
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          search(typed)
          goToRows(true)
        }
        // Back to the page, whose keys then work; what was typed stays.
        if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur()
      }}
      placeholder={t(`resources.${noun}.search`)}
      slotProps={{
        htmlInput: {
          'aria-label': t(`resources.${noun}.search`),
          maxLength: longestSearch,
          autoComplete: 'off',
          enterKeyHint: 'search',
          spellCheck: false,
        },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <Search fontSize="small" />
            </InputAdornment>
          ),
          endAdornment:
            typed === '' ? undefined : (
              <InputAdornment position="end">
                <IconButton size="small" aria-label={t('lists.clear_search')} onClick={() => search('')}>
                  <Close fontSize="small" />
                </IconButton>
              </InputAdornment>
            ),
        },
      }}
      sx={{
        width: { xs: '100%', sm: 320 },
        '& .MuiInputBase-root': { minHeight: { xs: 44, sm: 36 }, bgcolor: 'background.paper' },
      }}
    />
  )
}
