import { Box, Card, Typography } from '@mui/material'
import { type ReactNode, useId } from 'react'
import { useKeepFocus } from '../keyboard/useKeepFocus.ts'

type Props = { title: string; actions?: ReactNode; children: ReactNode; flush?: boolean }

/** Facts that belong together, under a heading. `flush` lets a table run to the edges. */
export function CardSection({ title, actions, children, flush = false }: Props) {
  const id = useId()
  const keep = useKeepFocus<HTMLDivElement>()
  return (
    <Card component="section" aria-labelledby={id}>
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          justifyContent: 'space-between',
          gap: 2,
          px: 4,
          py: 1,
          minHeight: 48,
        }}
      >
        <Typography id={id} variant="h2" sx={{ py: 1 }}>
          {title}
        </Typography>
        {actions && (
          // The words of a button without a border end where the card's text does.
          <Box
            {...keep}
            sx={{
              flexShrink: 0,
              '& .MuiButton-text:last-child': { mr: -3.5, '&.MuiButton-sizeSmall': { mr: -2.5 } },
            }}
          >
            {actions}
          </Box>
        )}
      </Box>
      <Box sx={flush ? { borderTop: 1, borderColor: 'divider' } : { px: 4, pb: 4 }}>{children}</Box>
    </Card>
  )
}
