import { useReference } from 'react-admin'
import type { BatchRow } from '../../contract/batches.ts'
import type { Customer } from '../../contract/customers.ts'
import type { DisclosureRow } from '../../contract/disclosures.ts'
import type { Policy } from '../../contract/policies.ts'
import type { PurchaseRow } from '../../contract/purchases.ts'
import type { RevisionRow } from '../../contract/revisions.ts'
import { useBatchName } from '../batches/useBatchName.ts'
import { useCustomerName } from '../customers/useCustomerName.ts'
import { useRequestName } from '../disclosures/useRequestName.ts'
import { useRevisionName } from '../revisions/useRevisionName.ts'
import type { PagedRecord } from './useEventRecord.ts'

type Nameable = BatchRow | Customer | DisclosureRow | Policy | PurchaseRow | RevisionRow

/**
 * What staff call a record, as far as the reader may see it: its events hold no name. All lines of a page ask together.
 */
export function useRecordName(record: PagedRecord | null): { name: string | null; isPending: boolean } {
  const batchName = useBatchName()
  const customerName = useCustomerName()
  const requestName = useRequestName()
  const revisionName = useRevisionName()
  const { referenceRecord: found, isPending } = useReference<Nameable>({
    reference: record?.noun ?? '',
    id: record?.id ?? '',
    options: { enabled: record !== null },
  })
  const policyId = found && 'policyId' in found ? found.policyId : null
  const { referenceRecord: policy, isPending: isPolicyPending } = useReference<Policy>({
    reference: 'policies',
    id: policyId ?? '',
    options: { enabled: policyId !== null },
  })

  function nameOf(named: Nameable): string {
    if ('expectedChanges' in named) return batchName(named)
    if ('gross' in named) return named.reference
    if ('agencyName' in named) return requestName(named)
    if ('policyId' in named) return [policy?.title, revisionName(named)].filter(Boolean).join(' · ')
    return 'title' in named ? named.title : customerName(named)
  }

  return {
    name: found ? nameOf(found) : null,
    isPending: (record !== null && isPending) || (policyId !== null && isPolicyPending),
  }
}
