import { useGetList } from 'react-admin'
import type { Colleague } from '../../contract/colleagues.ts'
import type { Role } from '../../contract/permissions.ts'

const everyone = { page: 1, perPage: 500 }
const byName = { field: 'name', order: 'ASC' } as const
const readers: readonly Role[] = ['compliance', 'manager', 'auditor']

/** Active colleagues of these roles; by default all who may see requests. */
export function useColleagues(roles: readonly Role[] = readers): Colleague[] {
  const { data = [] } = useGetList<Colleague>('colleagues', {
    filter: { role: roles },
    pagination: everyone,
    sort: byName,
  })
  return data
}
