import { createElement } from 'react'
import { Route } from 'react-router-dom'
import { page } from '../layout/page.ts'

const Compare = page(async () => (await import('./RevisionCompare.tsx')).RevisionCompare)

export const revisions = {
  name: 'revisions',
  list: page(async () => (await import('./RevisionList.tsx')).RevisionList),
  edit: page(async () => (await import('./DraftEdit.tsx')).DraftEdit),
  show: page(async () => (await import('./RevisionShow.tsx')).RevisionShow),
  children: createElement(Route, { path: ':id/compare', element: createElement(Compare) }),
}
