import type { SvgIconComponent } from '@mui/icons-material'
import { Box, Typography } from '@mui/material'
import type { ReactNode } from 'react'

type Props = {
  icon: SvgIconComponent
  tone: 'secrecy' | 'warning' | 'secondary'
  title: string
  children?: ReactNode
}

/** What nobody who opens the request may overlook, across the whole page. */
export const Band = ({ icon: Icon, tone, title, children }: Props) => (
  <Box
    role="note"
    sx={({ palette }) => ({
      display: 'flex',
      gap: 3,
      px: 4,
      py: 3,
      borderRadius: 1,
      border: `1px solid ${palette[tone].main}`,
      borderLeft: `6px solid ${palette[tone].main}`,
      backgroundColor: tone === 'secondary' ? palette.background.paper : palette[tone].light,
    })}
  >
    <Icon sx={{ color: `${tone}.main`, fontSize: 22 }} aria-hidden />
    <Box sx={{ minWidth: 0 }}>
      <Typography sx={{ fontWeight: 600, color: `${tone}.main` }}>{title}</Typography>
      {children && (
        <Typography component="div" sx={{ overflowWrap: 'anywhere' }}>
          {children}
        </Typography>
      )}
    </Box>
  </Box>
)
