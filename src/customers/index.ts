import { lazy } from 'react'

export const customers = {
  name: 'customers',
  list: lazy(async () => ({ default: (await import('./CustomerList.tsx')).CustomerList })),
  show: lazy(async () => ({ default: (await import('./CustomerShow.tsx')).CustomerShow })),
  recordRepresentation: 'reference',
}
