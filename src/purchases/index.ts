import { page } from '../layout/page.ts'

export const purchases = {
  name: 'purchases',
  list: page(async () => (await import('./PurchaseList.tsx')).PurchaseList),
  show: page(async () => (await import('./PurchaseShow.tsx')).PurchaseShow),
  recordRepresentation: 'reference',
}
