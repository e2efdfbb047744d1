import { lazy } from 'react'

export const disclosures = {
  name: 'disclosures',
  list: lazy(async () => ({ default: (await import('./DisclosureList.tsx')).DisclosureList })),
  create: lazy(async () => ({ default: (await import('./DisclosureCreate.tsx')).DisclosureCreate })),
  edit: lazy(async () => ({ default: (await import('./DisclosureEdit.tsx')).DisclosureEdit })),
  show: lazy(async () => ({ default: (await import('./DisclosureShow.tsx')).DisclosureShow })),
  recordRepresentation: 'reference',
}
