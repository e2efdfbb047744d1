import { Box } from '@mui/material'
import type { ReactNode } from 'react'

type Props = { isDone: boolean; children: ReactNode }

/** A point on the thread of a timeline. */
export const TimelinePoint = ({ isDone, children }: Props) => (
  <Box
    component="li"
    sx={{
      position: 'relative',
      pl: 5,
      '&:not(:last-of-type)': { pb: 3 },
      '&::before': {
        content: '""',
        position: 'absolute',
        left: 4,
        top: 7,
        width: 7,
        height: 7,
        borderRadius: '50%',
        bgcolor: isDone ? 'primary.main' : 'warning.main',
      },
      '&:not(:last-of-type)::after': {
        content: '""',
        position: 'absolute',
        left: 7,
        top: 18,
        bottom: -3,
        width: '1px',
        bgcolor: 'divider',
      },
    }}
  >
    {children}
  </Box>
)
