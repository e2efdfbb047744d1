import { createElement, lazy } from 'react'
import { Route } from 'react-router-dom'

const Compare = lazy(async () => ({ default: (await import('./RevisionCompare.tsx')).RevisionCompare }))

export const revisions = {
  name: 'revisions',
  list: lazy(async () => ({ default: (await import('./RevisionList.tsx')).RevisionList })),
  edit: lazy(async () => ({ default: (await import('./DraftEdit.tsx')).DraftEdit })),
  show: lazy(async () => ({ default: (await import('./RevisionShow.tsx')).RevisionShow })),
  children: createElement(Route, { path: ':id/compare', element: createElement(Compare) }),
}
