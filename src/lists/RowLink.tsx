import { Link } from '@mui/material'
import type { ReactNode } from 'react'
import { LinkBase } from 'react-admin'

/** The first column of every list: a real link, so that rows are reached by keyboard and open in a new tab. */
export function RowLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link component={LinkBase} to={to} sx={{ fontWeight: 500, py: 1 }}>
      <bdi>{children}</bdi>
    </Link>
  )
}
