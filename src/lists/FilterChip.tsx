import Close from '@mui/icons-material/CloseOutlined'
import ExpandMore from '@mui/icons-material/ExpandMoreOutlined'
import { Box, Button, IconButton } from '@mui/material'
import { type ReactNode, useState } from 'react'
import { useTranslate } from 'react-admin'
import { HangingPanel } from '../layout/HangingPanel.tsx'

type Props = {
  label: string
  /** What it filters by now, in words, or null. */
  value: string | null
  onClear: () => void
  children: (close: () => void) => ReactNode
}

/** A filter as a chip: its name, what it is set to, and a way out of it. */
export function FilterChip({ label, value, onClear, children }: Props) {
  const t = useTranslate()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const isSet = value !== null
  return (
    <Box
      sx={{
        display: 'inline-flex',
        border: 1,
        borderRadius: 1,
        borderColor: isSet ? 'primary.main' : 'divider',
        bgcolor: 'background.paper',
      }}
    >
      <Button
        size="small"
        color={isSet ? 'primary' : 'secondary'}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        endIcon={isSet ? undefined : <ExpandMore />}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ minHeight: 34 }}
      >
        <Box
          component="span"
          sx={{
            overflow: 'hidden',
            textOverflow: 'ellipsis',
            maxWidth: { xs: 'calc(100vw - 120px)', sm: 360 },
          }}
        >
          {isSet ? `${label}: ${value}` : label}
        </Box>
      </Button>
      {isSet && (
        <IconButton
          size="small"
          color="primary"
          aria-label={t('lists.clear_filter', { label })}
          onClick={onClear}
          sx={{ minWidth: 30 }}
        >
          <Close sx={{ fontSize: 16 }} />
        </IconButton>
      )}
      <HangingPanel label={label} anchor={anchor} side="left" onClose={() => setAnchor(null)}>
        {children(() => setAnchor(null))}
      </HangingPanel>
    </Box>
  )
}
