import { ahead } from '../layout/ahead.ts'
import { page } from '../layout/page.ts'

export const customers = {
  name: 'customers',
  list: ahead(async () => (await import('./CustomerList.tsx')).CustomerList),
  show: page(async () => (await import('./CustomerShow.tsx')).CustomerShow),
  recordRepresentation: 'reference',
}
