import Close from '@mui/icons-material/CloseOutlined'
import { Box, Button } from '@mui/material'
import { useTranslate } from 'react-admin'
import { hiddenFromEyes } from '../fields/hiddenFromEyes.ts'
import { useFilter } from './useFilter.ts'

type Props = {
  label: string
  /** What the label leaves unsaid, for ears and on hover. */
  more?: string
  source: string
  value: unknown
}

/** One click sets a filter, another takes it away. */
export function PresetFilter({ label, more, source, value }: Props) {
  const t = useTranslate()
  const { values, set } = useFilter()
  const isOn = values[source] !== undefined
  return (
    <Button
      size="small"
      variant="outlined"
      color={isOn ? 'primary' : 'secondary'}
      aria-pressed={isOn}
      endIcon={isOn && <Close sx={{ fontSize: 16 }} />}
      {...(more ? { title: `${t(label)} ${t(more)}` } : {})}
      onClick={() => set({ [source]: isOn ? null : value })}
      sx={{ minHeight: 36, bgcolor: 'background.paper', borderColor: isOn ? 'primary.main' : 'divider' }}
    >
      {t(label)}
      {more && <Box component="span" sx={hiddenFromEyes}>{` ${t(more)}`}</Box>}
    </Button>
  )
}
