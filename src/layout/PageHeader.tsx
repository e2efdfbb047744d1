import { Box, Link, Stack, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { LinkBase } from 'react-admin'
import { useKeepFocus } from '../keyboard/useKeepFocus.ts'
import { useRemember } from '../palette/recent.ts'
import { useDocumentTitle } from './useDocumentTitle.ts'

type Props = {
  /** The h1. */
  title: string
  /** What the browser's history keeps instead, where the title is a person's name. */
  documentTitle?: string
  /** The list that this record is one of. */
  parent?: { to: string; label: string }
  /** Beside the way back: to the records around this one. */
  around?: ReactNode
  /** Beside the title: state, then reference. */
  beside?: ReactNode
  /** Under the title, in one line. */
  below?: ReactNode
  /** The one or two acts that are next. */
  actions?: ReactNode
}

export function PageHeader({ title, documentTitle = title, parent, around, beside, below, actions }: Props) {
  useDocumentTitle(documentTitle)
  useRemember(title)
  return (
    <Stack
      component="header"
      direction={{ xs: 'column', sm: 'row' }}
      sx={{ gap: 4, alignItems: { sm: 'flex-end' }, justifyContent: 'space-between', mb: 4 }}
    >
      <Box sx={{ minWidth: 0 }}>
        {parent && (
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, mb: 1 }}>
            <Link component={LinkBase} to={parent.to} variant="caption">
              {parent.label}
            </Link>
            {around}
          </Box>
        )}
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 3, rowGap: 1 }}>
          <Typography variant="h1" sx={{ overflowWrap: 'anywhere' }}>
            <bdi>{title}</bdi>
          </Typography>
          {beside}
        </Box>
        {below && (
          <Typography color="textSecondary" component="div" sx={{ mt: 1, overflowWrap: 'anywhere' }}>
            {below}
          </Typography>
        )}
      </Box>
      {actions && <ActBar>{actions}</ActBar>}
    </Stack>
  )
}

/** On a phone the acts stick to the bottom, under the thumb. */
function ActBar({ children }: { children: ReactNode }) {
  const keep = useKeepFocus<HTMLDivElement>()
  return (
    <Stack
      {...keep}
      direction="row"
      sx={{
        gap: 2,
        flexWrap: 'wrap',
        // A name without an end takes lines before the acts do.
        flexShrink: { sm: 0 },
        maxWidth: { sm: '60%' },
        displayPrint: 'none',
        // Whoever may do nothing here sees no bar.
        '&:empty': { display: 'none' },
        position: { xs: 'fixed', sm: 'static' },
        inset: { xs: 'auto 0 0 0', sm: 'auto' },
        zIndex: { xs: 'appBar', sm: 'auto' },
        p: { xs: 3, sm: 0 },
        bgcolor: { xs: 'background.paper', sm: 'transparent' },
        borderStyle: 'solid',
        borderColor: 'divider',
        borderWidth: { xs: '1px 0 0', sm: 0 },
        '& .MuiButton-root': { minHeight: { xs: 44, sm: 36 }, flex: { xs: 1, sm: 'none' } },
      }}
    >
      {children}
    </Stack>
  )
}
