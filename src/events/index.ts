import { page } from '../layout/page.ts'

export const events = {
  name: 'events',
  list: page(async () => (await import('./EventList.tsx')).EventList),
}
