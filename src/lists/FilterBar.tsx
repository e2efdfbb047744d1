import FilterList from '@mui/icons-material/FilterListOutlined'
import { Badge, Box, Button, Drawer, Stack, Typography, useMediaQuery } from '@mui/material'
import { type ReactNode, useState } from 'react'
import { useListContext, useTranslate } from 'react-admin'
import { useOnceOpen } from '../layout/useOnceOpen.ts'
import { ListSearch } from './ListSearch.tsx'
import { ResultCount } from './ResultCount.tsx'

type Props = {
  noun: string
  searchable: boolean
  /** Filters that stand elsewhere, such as in tabs, and are not counted here. */
  elsewhere: readonly string[]
  columnsButton?: ReactNode
  viewsButton?: ReactNode
  children?: ReactNode
}

/** Search and filter chips in one line; on a phone the chips go into a sheet. */
export function FilterBar({ noun, searchable, elsewhere, columnsButton, viewsButton, children }: Props) {
  const t = useTranslate()
  const isNarrow = useMediaQuery('(max-width:599.95px)')
  const [isOpen, setOpen] = useState(false)
  const wasOpen = useOnceOpen(isOpen)
  const { filterValues, setFilters } = useListContext()
  const filters = Object.entries(filterValues ?? {})
  const inUse = filters.filter(([name]) => !elsewhere.includes(name)).length
  const clearAll = () => setFilters(Object.fromEntries(filters.filter(([name]) => elsewhere.includes(name))))
  return (
    <Stack spacing={2}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
        {searchable && <ListSearch noun={noun} />}
        {children && !isNarrow && children}
        {inUse > 0 && !isNarrow && (
          <Button size="small" color="secondary" onClick={clearAll} sx={{ minHeight: 36 }}>
            {t('lists.clear_all')}
          </Button>
        )}
        {children && isNarrow && (
          <Badge badgeContent={inUse} color="primary">
            <Button
              variant="outlined"
              color="secondary"
              startIcon={<FilterList />}
              onClick={() => setOpen(true)}
              sx={{ minHeight: 44, borderColor: 'divider', bgcolor: 'background.paper' }}
            >
              {t('lists.filters')}
            </Button>
          </Badge>
        )}
        {isNarrow && viewsButton}
        <Box
          sx={{
            ml: 'auto',
            display: 'flex',
            alignItems: 'center',
            gap: 2,
            // Its words end where the rows do.
            '& > .MuiButton-root:last-child': { mr: -2.5 },
          }}
        >
          <ResultCount noun={noun} />
          {!isNarrow && viewsButton}
          {columnsButton}
        </Box>
      </Box>
      {wasOpen && (
        <Drawer
          anchor="bottom"
          open={isNarrow && isOpen}
          onClose={() => setOpen(false)}
          slotProps={{
            paper: { 'aria-label': t('lists.filters'), sx: { p: 4, borderRadius: '12px 12px 0 0' } },
          }}
        >
          <Stack spacing={3} sx={{ alignItems: 'flex-start', '& .MuiButton-root': { minHeight: 44 } }}>
            <Typography variant="h2">{t('lists.filters')}</Typography>
            {children}
            {inUse > 0 && (
              <Button color="secondary" onClick={clearAll}>
                {t('lists.clear_all')}
              </Button>
            )}
            <Button variant="contained" fullWidth onClick={() => setOpen(false)}>
              {t('lists.show_results')}
            </Button>
          </Stack>
        </Drawer>
      )}
    </Stack>
  )
}
