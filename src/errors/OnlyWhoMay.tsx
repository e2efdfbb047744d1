import type { ReactNode } from 'react'
import { CanAccess } from 'react-admin'
import type { Noun } from '../../contract/permissions.ts'
import { PageSkeleton } from '../layout/PageSkeleton.tsx'
import { NoAccessPage } from './NoAccessPage.tsx'

type Props = { noun: Noun; action: 'create' | 'edit'; children: ReactNode }

/** A page for those whose role may do this; others are told so in its place. */
export const OnlyWhoMay = ({ noun, action, children }: Props) => (
  <CanAccess resource={noun} action={action} loading={<PageSkeleton />} accessDenied={<NoAccessPage />}>
    {children}
  </CanAccess>
)
