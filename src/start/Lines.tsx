import { Box, List, ListItem, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { RowLink } from '../lists/RowLink.tsx'

type LineProps = { id: string; to: string; name: string; what: ReactNode; end: ReactNode }

/** A name that leads to the record, what it is about, and what matters at the end. */
export const Lines = ({ lines }: { lines: readonly LineProps[] }) => (
  <List disablePadding>
    {lines.map(({ id, to, name, what, end }) => (
      <ListItem
        key={id}
        sx={{
          columnGap: 4,
          rowGap: 1,
          minHeight: 52,
          // Where it is narrow, what matters goes below the name instead of squeezing it.
          flexWrap: { xs: 'wrap', sm: 'nowrap' },
          justifyContent: 'space-between',
          '&:not(:last-child)': { borderBottom: 1, borderColor: 'divider' },
        }}
      >
        <Box sx={{ minWidth: 0 }}>
          <span className="tabular">
            <RowLink to={to}>{name}</RowLink>
          </span>
          <Typography color="textSecondary" component="div" noWrap>
            {what}
          </Typography>
        </Box>
        <Box sx={{ display: 'flex', gap: 3, alignItems: 'center', flexShrink: 0 }}>{end}</Box>
      </ListItem>
    ))}
  </List>
)
