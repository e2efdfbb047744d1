import { Link } from '@mui/material'
import type { ReactNode } from 'react'
import { LinkBase } from 'react-admin'
import { rowLink } from './useRowKeys.ts'

/** The first column of every list: a real link, so that rows are reached by keyboard and open in a new tab. */
export function RowLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link
      component={LinkBase}
      to={to}
      {...rowLink}
      // The head of the table lies over what scrolls under it.
      sx={{ fontWeight: 500, py: 1, scrollMargin: '112px 0 24px' }}
    >
      <bdi>{children}</bdi>
    </Link>
  )
}
