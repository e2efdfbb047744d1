import { page } from '../layout/page.ts'

export const disclosures = {
  name: 'disclosures',
  list: page(async () => (await import('./DisclosureList.tsx')).DisclosureList),
  create: page(async () => (await import('./DisclosureCreate.tsx')).DisclosureCreate),
  edit: page(async () => (await import('./DisclosureEdit.tsx')).DisclosureEdit),
  show: page(async () => (await import('./DisclosureShow.tsx')).DisclosureShow),
  recordRepresentation: 'reference',
}
