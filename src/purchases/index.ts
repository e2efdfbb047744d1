import { lazy } from 'react'

export const purchases = {
  name: 'purchases',
  list: lazy(async () => ({ default: (await import('./PurchaseList.tsx')).PurchaseList })),
  show: lazy(async () => ({ default: (await import('./PurchaseShow.tsx')).PurchaseShow })),
  recordRepresentation: 'reference',
}
