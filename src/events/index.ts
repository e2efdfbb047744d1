import { lazy } from 'react'

export const events = {
  name: 'events',
  list: lazy(async () => ({ default: (await import('./EventList.tsx')).EventList })),
}
