import { Button } from '@mui/material'
import { useTranslate } from 'react-admin'
import { useFilter } from './useFilter.ts'

type Props = { label: string; source: string; value: unknown }

/** One click sets a filter, another takes it away. */
export function PresetFilter({ label, source, value }: Props) {
  const t = useTranslate()
  const { values, set } = useFilter()
  const isOn = values[source] !== undefined
  return (
    <Button
      size="small"
      variant="outlined"
      color={isOn ? 'primary' : 'secondary'}
      aria-pressed={isOn}
      onClick={() => set({ [source]: isOn ? null : value })}
      sx={{ minHeight: 36, bgcolor: 'background.paper', borderColor: isOn ? 'primary.main' : 'divider' }}
    >
      {t(label)}
    </Button>
  )
}
