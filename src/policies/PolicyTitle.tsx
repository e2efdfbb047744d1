import { useGetManyAggregate } from 'react-admin'
import type { Policy } from '../../contract/policies.ts'

/** The title of the policy that a row belongs to; all rows ask together. */
export function PolicyTitle({ id }: { id: string }) {
  const { data } = useGetManyAggregate<Policy>('policies', { ids: [id] })
  return <bdi>{data?.[0]?.title ?? '…'}</bdi>
}
