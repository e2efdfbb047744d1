import { Box, Button } from '@mui/material'
import { DataTable, LinkBase, useTranslate } from 'react-admin'
import { disclosureKinds, openStates } from '../../contract/disclosureChoices.ts'
import type { DisclosureRow } from '../../contract/disclosures.ts'
import { legalProcessNames } from '../../contract/legalProcesses.ts'
import { InstantField } from '../fields/InstantField.tsx'
import { Nothing } from '../fields/Nothing.tsx'
import { StateChip } from '../fields/StateChip.tsx'
import { sayCountry } from '../fields/sayCountry.ts'
import { ChoiceFilter } from '../lists/ChoiceFilter.tsx'
import { DayRangeFilter } from '../lists/DayRangeFilter.tsx'
import { ListPage } from '../lists/ListPage.tsx'
import { PresetFilter } from '../lists/PresetFilter.tsx'
import { Table } from '../lists/Table.tsx'
import { TwoLineRows } from '../lists/TwoLineRows.tsx'
import { useMay } from '../session/useMay.ts'
import { DisclosureTabs } from './DisclosureTabs.tsx'
import { DueText } from './DueText.tsx'
import { RequestLink } from './RequestLink.tsx'
import { RequestMarks } from './RequestMarks.tsx'
import { useRequestName } from './useRequestName.ts'

const Col = DataTable.Col<DisclosureRow>
const stillOpen = { state: openStates }

export const DisclosureList = () => (
  <ListPage
    noun="disclosures"
    views="disclosures"
    searchable
    sort={{ field: 'dueAt', order: 'ASC' }}
    filterDefaultValues={stillOpen}
    tabs={<DisclosureTabs />}
    actions={<NewRequestButton />}
    columns
    filters={<Filters />}
    table={<DisclosureTable />}
    rows={<DisclosureRows />}
  />
)

function NewRequestButton() {
  const t = useTranslate()
  const may = useMay()
  if (!may('disclosures', 'create')) return null
  return (
    <Button component={LinkBase} to="/disclosures/create" variant="contained">
      {t('resources.disclosures.new')}
    </Button>
  )
}

const Filters = () => (
  <>
    <PresetFilter label="resources.disclosures.overdue" source="overdue" value={true} />
    <ChoiceFilter
      source="kind"
      label="resources.disclosures.fields.kind"
      choices={disclosureKinds}
      word={(kind) => `choices.disclosureKind.${kind}`}
    />
    <ChoiceFilter
      source="legalProcess"
      label="resources.disclosures.fields.legalProcess"
      choices={legalProcessNames}
      word={(process) => `choices.legalProcess.${process}`}
    />
    <DayRangeFilter source="receivedAt" label="resources.disclosures.fields.receivedAt" />
  </>
)

function DisclosureTable() {
  const t = useTranslate()
  return (
    <Table<DisclosureRow>
      hiddenColumns={[
        'kind',
        'agencyCountry',
        'agencyCaseNumber',
        'receivedAt',
        'verificationState',
        'createdAt',
      ]}
    >
      <Col source="reference" cellClassName="tabular" render={(row) => <RequestLink request={row} />} />
      <Col source="state" disableSort render={({ state }) => <StateChip kind="disclosure" state={state} />} />
      <Col
        source="agencyName"
        disableSort
        render={({ agencyName }) => (agencyName ? <bdi>{agencyName}</bdi> : <Nothing />)}
      />
      <Col
        source="agencyCountry"
        disableSort
        render={({ agencyCountry }) => sayCountry(agencyCountry) ?? <Nothing />}
      />
      <Col
        source="legalProcess"
        disableSort
        render={({ legalProcess }) =>
          legalProcess ? t(`choices.legalProcess.${legalProcess}`) : <Nothing />
        }
      />
      <Col
        source="subjectCount"
        align="right"
        disableSort
        render={({ subjectCount }) => subjectCount ?? <Nothing />}
      />
      <Col
        source="dueAt"
        render={({ dueAt, state }) => <DueText dueAt={dueAt} state={state} inRow short />}
      />
      <Col
        source="assignedTo"
        disableSort
        render={({ assignedTo }) =>
          assignedTo ? <bdi style={{ whiteSpace: 'nowrap' }}>{assignedTo.name}</bdi> : <Nothing />
        }
      />
      <Col source="kind" disableSort render={({ kind }) => t(`choices.disclosureKind.${kind}`)} />
      <Col source="agencyCaseNumber" disableSort />
      <Col
        source="verificationState"
        disableSort
        render={({ verificationState }) => <StateChip kind="verification" state={verificationState} />}
      />
      <Col source="receivedAt" render={({ receivedAt }) => <InstantField value={receivedAt} inRow />} />
      <Col source="createdAt" render={({ createdAt }) => <InstantField value={createdAt} inRow />} />
    </Table>
  )
}

function DisclosureRows() {
  const nameOf = useRequestName()
  return (
    <TwoLineRows<DisclosureRow>
      to={({ id }) => `/disclosures/${id}/show`}
      first={(row) => (
        <Box
          component="span"
          className="tabular"
          sx={{ display: 'inline-flex', alignItems: 'center', gap: 1 }}
        >
          {nameOf(row)} <RequestMarks request={row} />
        </Box>
      )}
      firstEnd={({ state }) => <StateChip kind="disclosure" state={state} />}
      second={({ agencyName }) => (agencyName ? <bdi>{agencyName}</bdi> : <Nothing />)}
      secondEnd={({ dueAt, state }) => dueAt && <DueText dueAt={dueAt} state={state} inRow short />}
    />
  )
}
