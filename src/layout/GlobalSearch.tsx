import Search from '@mui/icons-material/SearchOutlined'
import { InputAdornment, TextField, useMediaQuery } from '@mui/material'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslate } from 'react-admin'
import { longestSearch } from '../../contract/longestSearch.ts'
import { useSearch } from './useSearch.ts'
import { useSearchKey } from './useSearchKey.ts'

export function GlobalSearch() {
  const t = useTranslate()
  const search = useSearch()
  const isNarrow = useMediaQuery('(max-width:599.95px)')
  const input = useRef<HTMLInputElement>(null)
  const [term, setTerm] = useState('')
  useSearchKey(input)

  function submit(event: FormEvent) {
    event.preventDefault()
    search(term)
    setTerm('')
    input.current?.blur()
  }

  return (
    <search style={{ flex: '0 1 480px', minWidth: 0 }}>
      <form onSubmit={submit}>
        <TextField
          fullWidth
          hiddenLabel
          inputRef={input}
          value={term}
          onChange={(event) => setTerm(event.target.value)}
          onKeyDown={({ key }) => {
            // Back to the page, whose keys then work; what was typed stays.
            if (key === 'Escape') input.current?.blur()
          }}
          placeholder={t(isNarrow ? 'app.search_brief' : 'app.search')}
          slotProps={{
            htmlInput: {
              'aria-label': t('app.search'),
              maxLength: longestSearch,
              autoComplete: 'off',
              spellCheck: false,
            },
            input: {
              startAdornment: (
                <InputAdornment position="start">
                  <Search fontSize="small" />
                </InputAdornment>
              ),
            },
          }}
          sx={{ '& .MuiInputBase-root': { minHeight: { xs: 44, md: 36 }, bgcolor: 'canvas' } }}
        />
      </form>
    </search>
  )
}
