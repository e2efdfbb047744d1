import Search from '@mui/icons-material/SearchOutlined'
import { Button, Stack, TextField, useMediaQuery } from '@mui/material'
import { type FormEvent, useState } from 'react'
import { useTranslate } from 'react-admin'
import { longestSearch } from '../../contract/longestSearch.ts'
import { useSearch } from '../layout/useSearch.ts'

/** The first thing the front desk does, with the cursor already in it. */
export function FindCustomer() {
  const t = useTranslate()
  const search = useSearch()
  const isNarrow = useMediaQuery('(max-width:599.95px)')
  const [term, setTerm] = useState('')

  function submit(event: FormEvent) {
    event.preventDefault()
    search(term)
  }

  return (
    <search aria-label={t('start.find')}>
      <Stack component="form" direction="row" spacing={2} onSubmit={submit}>
        <TextField
          fullWidth
          autoFocus
          size="medium"
          hiddenLabel
          value={term}
          onChange={(event) => setTerm(event.target.value)}
          placeholder={t('resources.customers.search')}
          slotProps={{
            htmlInput: {
              'aria-label': t('start.find'),
              maxLength: longestSearch,
              autoComplete: 'off',
              spellCheck: false,
            },
            input: { sx: { bgcolor: 'background.paper', height: 48 } },
          }}
        />
        <Button
          type="submit"
          variant="contained"
          aria-label={t('start.find')}
          startIcon={<Search />}
          sx={{ minHeight: 48, flexShrink: 0 }}
        >
          {t(isNarrow ? 'start.find_brief' : 'start.find')}
        </Button>
      </Stack>
    </search>
  )
}
