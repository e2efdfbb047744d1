import { Button } from '@mui/material'
import { DataTable, LinkBase, useTranslate } from 'react-admin'
import type { Policy } from '../../contract/policies.ts'
import { InstantField } from '../fields/InstantField.tsx'
import { Nothing } from '../fields/Nothing.tsx'
import { ListPage } from '../lists/ListPage.tsx'
import { RowLink } from '../lists/RowLink.tsx'
import { Table } from '../lists/Table.tsx'
import { TwoLineRows } from '../lists/TwoLineRows.tsx'
import { PublicLink } from '../revisions/PublicLink.tsx'
import { useRevisionName } from '../revisions/useRevisionName.ts'
import { useMay } from '../session/useMay.ts'
import { DraftCount } from './DraftCount.tsx'

const Col = DataTable.Col<Policy>

export const PolicyList = () => (
  <ListPage
    noun="policies"
    sort={{ field: 'title', order: 'ASC' }}
    actions={<NewPolicyButton />}
    table={<PolicyTable />}
    rows={<PolicyRows />}
  />
)

function NewPolicyButton() {
  const t = useTranslate()
  const may = useMay()
  if (!may('policies', 'create')) return null
  return (
    <Button variant="contained" component={LinkBase} to="/policies/create">
      {t('resources.policies.create')}
    </Button>
  )
}

function PolicyTable() {
  const nameOf = useRevisionName()
  return (
    <Table<Policy>>
      <Col
        source="title"
        render={({ id, title }) => <RowLink to={`/policies/${id}/show`}>{title}</RowLink>}
      />
      <Col
        source="publicPath"
        disableSort
        render={({ current, publicPath }) => (current ? <PublicLink path={publicPath} /> : publicPath)}
      />
      <Col
        source="revision"
        disableSort
        render={({ current }) => (current ? nameOf(current) : <Nothing />)}
      />
      <Col
        source="since"
        disableSort
        render={({ current }) => <InstantField value={current?.effectiveAt} inRow />}
      />
      <Col source="drafts" disableSort render={({ id }) => <DraftCount policyId={id} none={<Nothing />} />} />
    </Table>
  )
}

function PolicyRows() {
  const t = useTranslate()
  const nameOf = useRevisionName()
  return (
    <TwoLineRows<Policy>
      to={({ id }) => `/policies/${id}/show`}
      first={({ title }) => <bdi>{title}</bdi>}
      second={({ current }) =>
        current ? (
          <>
            {nameOf(current)} · <InstantField value={current.effectiveAt} inRow />
          </>
        ) : (
          t('resources.policies.never')
        )
      }
      secondEnd={({ id }) => <DraftCount policyId={id} none={null} />}
    />
  )
}
