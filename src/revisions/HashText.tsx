import { Box } from '@mui/material'
import { CopyButton } from '../fields/CopyButton.tsx'

/** What a text is recognised by; in rows its beginning is enough. */
export const HashText = ({ value, short = false }: { value: string; short?: boolean }) => (
  <Box component="span" sx={{ whiteSpace: short ? 'nowrap' : 'normal', overflowWrap: 'anywhere' }}>
    <Box component="code" title={short ? value : undefined} sx={{ fontSize: 13, mr: 1 }}>
      {short ? `${value.slice(0, 8)}…` : value}
    </Box>
    <CopyButton value={value} />
  </Box>
)
