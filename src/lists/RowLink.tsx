import type { ReactNode } from 'react'
import { LinkBase } from 'react-admin'
import { rowLink } from './useRowKeys.ts'

/** The first column of every list: a real link, so that rows are reached by keyboard and open in a new tab. */
export function RowLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <LinkBase to={to} className="row-link" {...rowLink}>
      <bdi>{children}</bdi>
    </LinkBase>
  )
}
