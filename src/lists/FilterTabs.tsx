import { ToggleButton, ToggleButtonGroup } from '@mui/material'
import { useTranslate } from 'react-admin'
import { useFilter } from './useFilter.ts'

type Props = { source: string; label: string; tabs: readonly { value: string | null; label: string }[] }

/** The few ways to look at a list, one click apart; `null` is everything. */
export function FilterTabs({ source, label, tabs }: Props) {
  const t = useTranslate()
  const { values, set } = useFilter()
  const current = typeof values[source] === 'string' ? values[source] : ''
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={current}
      aria-label={t(label)}
      onChange={(_, value: string | null) => {
        if (value !== null) set({ [source]: value === '' ? null : value })
      }}
      sx={{ bgcolor: 'background.paper', maxWidth: '100%', overflowX: 'auto' }}
    >
      {tabs.map(({ value, label: name }) => (
        <ToggleButton
          key={name}
          value={value ?? ''}
          sx={{
            px: 3,
            flexShrink: 0,
            minHeight: { xs: 44, sm: 34 },
            py: 0,
            textTransform: 'none',
            '&.Mui-selected': { color: 'primary.main', bgcolor: 'info.light', fontWeight: 600 },
          }}
        >
          {t(name)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
