import { lazy } from 'react'

export const policies = {
  name: 'policies',
  list: lazy(async () => ({ default: (await import('./PolicyList.tsx')).PolicyList })),
  create: lazy(async () => ({ default: (await import('./PolicyCreate.tsx')).PolicyCreate })),
  show: lazy(async () => ({ default: (await import('./PolicyShow.tsx')).PolicyShow })),
  recordRepresentation: 'title',
}
