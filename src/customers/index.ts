import { lazy } from 'react'
import { page } from '../layout/page.ts'

export const customers = {
  name: 'customers',
  list: lazy(async () => ({ default: (await import('./CustomerList.tsx')).CustomerList })),
  show: page(async () => (await import('./CustomerShow.tsx')).CustomerShow),
  recordRepresentation: 'reference',
}
