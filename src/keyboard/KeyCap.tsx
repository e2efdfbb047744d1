import { Box } from '@mui/material'
import type { ReactNode } from 'react'

export const KeyCap = ({ children }: { children: ReactNode }) => (
  <Box
    component="kbd"
    sx={{
      display: 'inline-block',
      minWidth: 24,
      px: 1.5,
      border: 1,
      borderColor: 'divider',
      borderRadius: 0.5,
      bgcolor: 'canvas',
      color: 'text.secondary',
      fontFamily: 'inherit',
      fontSize: 12,
      lineHeight: '22px',
      textAlign: 'center',
    }}
  >
    {children}
  </Box>
)
