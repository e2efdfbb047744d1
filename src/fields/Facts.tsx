import { Box, Typography } from '@mui/material'
import type { ReactNode } from 'react'

type Props = {
  /** Two facts beside each other where there is room. */
  wide?: boolean
  children: ReactNode
}

/** Names and values in two columns. */
export function Facts({ wide = false, children }: Props) {
  const pair = 'minmax(120px, max-content) minmax(0, 1fr)'
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gridTemplateColumns: {
          xs: 'minmax(0, 2fr) minmax(0, 3fr)',
          sm: pair,
          md: wide ? `${pair} ${pair}` : pair,
        },
        columnGap: { xs: 3, sm: 6 },
        rowGap: 2,
        alignItems: 'baseline',
      }}
    >
      {children}
    </Box>
  )
}

export function Fact({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <>
      <Typography component="dt" color="textSecondary">
        {label}
      </Typography>
      <Typography component="dd" sx={{ m: 0, minWidth: 0, overflowWrap: 'anywhere' }}>
        {children}
      </Typography>
    </>
  )
}
