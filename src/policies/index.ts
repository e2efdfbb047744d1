import { page } from '../layout/page.ts'

export const policies = {
  name: 'policies',
  list: page(async () => (await import('./PolicyList.tsx')).PolicyList),
  create: page(async () => (await import('./PolicyCreate.tsx')).PolicyCreate),
  edit: page(async () => (await import('./PolicyEdit.tsx')).PolicyEdit),
  show: page(async () => (await import('./PolicyShow.tsx')).PolicyShow),
  recordRepresentation: 'title',
}
