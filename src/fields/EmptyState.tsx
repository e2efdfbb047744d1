import { Box, Stack, Typography } from '@mui/material'
import type { ReactNode } from 'react'

type Props = { icon?: ReactNode; title: string; text?: string; children?: ReactNode }

/** Nothing here: says why, and what to do next. */
export function EmptyState({ icon, title, text, children }: Props) {
  return (
    <Stack spacing={2} sx={{ alignItems: 'center', textAlign: 'center', px: 4, py: 10 }}>
      {icon && <Box sx={{ color: 'text.secondary', '& svg': { fontSize: 32 } }}>{icon}</Box>}
      <Typography variant="h2" component="p">
        {title}
      </Typography>
      {text && (
        <Typography color="textSecondary" sx={{ maxWidth: 440 }}>
          {text}
        </Typography>
      )}
      {children && <Box sx={{ pt: 2 }}>{children}</Box>}
    </Stack>
  )
}
