import { page } from '../layout/page.ts'

export const batches = {
  name: 'batches',
  list: page(async () => (await import('./BatchList.tsx')).BatchList),
  show: page(async () => (await import('./BatchShow.tsx')).BatchShow),
}
