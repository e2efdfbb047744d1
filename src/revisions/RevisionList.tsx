import { DataTable, useRecordContext } from 'react-admin'
import type { RevisionRow } from '../../contract/revisions.ts'
import { InstantField } from '../fields/InstantField.tsx'
import { StateChip } from '../fields/StateChip.tsx'
import { FilterTabs } from '../lists/FilterTabs.tsx'
import { ListPage } from '../lists/ListPage.tsx'
import { RowLink } from '../lists/RowLink.tsx'
import { Table } from '../lists/Table.tsx'
import { TwoLineRows } from '../lists/TwoLineRows.tsx'
import { PolicyTitle } from '../policies/PolicyTitle.tsx'
import { addressOf } from './addresses.ts'
import { stateOf } from './stateOf.ts'
import { useRevisionName } from './useRevisionName.ts'

const Col = DataTable.Col<RevisionRow>
const tabs = [
  { value: 'draft', label: 'resources.policies.drafts' },
  { value: 'in_review', label: 'states.revision.in_review' },
  { value: 'ready', label: 'states.revision.ready' },
  { value: 'published', label: 'resources.policies.history' },
  { value: 'discarded', label: 'states.revision.discarded' },
  { value: null, label: 'lists.all' },
]

/** Drafts and revisions of all policies; those of one policy are on its own page. */
export const RevisionList = () => (
  <ListPage
    noun="revisions"
    views="revisions"
    sort={{ field: 'updatedAt', order: 'DESC' }}
    filterDefaultValues={{ state: 'draft' }}
    tabs={<FilterTabs source="state" label="resources.revisions.fields.state" tabs={tabs} />}
    table={<RevisionTable />}
    rows={<RevisionRows />}
  />
)

function RevisionTable() {
  const nameOf = useRevisionName()
  return (
    <Table<RevisionRow>>
      <Col
        source="number"
        render={(revision) => <RowLink to={addressOf(revision)}>{nameOf(revision)}</RowLink>}
      />
      <Col source="policyId" disableSort>
        <OfPolicy />
      </Col>
      <Col source="state" render={(row) => <StateChip kind="revision" state={stateOf(row)} />} />
      <Col source="changeSummary" disableSort />
      <Col source="createdBy" disableSort render={({ createdBy }) => <bdi>{createdBy?.name}</bdi>} />
      <Col source="updatedAt" render={({ updatedAt }) => <InstantField value={updatedAt} inRow />} />
    </Table>
  )
}

function OfPolicy() {
  const revision = useRecordContext<RevisionRow>()
  return revision ? <PolicyTitle id={revision.policyId} /> : null
}

function RevisionRows() {
  const nameOf = useRevisionName()
  return (
    <TwoLineRows<RevisionRow>
      to={addressOf}
      first={({ policyId }) => <PolicyTitle id={policyId} />}
      firstEnd={(row) => <StateChip kind="revision" state={stateOf(row)} />}
      second={(row) => `${nameOf(row)}${row.createdBy ? ` · ${row.createdBy.name}` : ''}`}
      secondEnd={({ updatedAt }) => <InstantField value={updatedAt} inRow />}
    />
  )
}
