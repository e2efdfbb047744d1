import { eq, getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { DisclosureRow } from '../../contract/disclosures.ts'
import type { By } from '../../contract/records.ts'
import type { Staff } from '../caller.ts'
import type { Db } from '../database/connect.ts'
import { disclosureSubjects, disclosures } from '../database/schema/disclosures.ts'
import { staff } from '../database/schema/staff.ts'
import { rowForAuditor } from './auditorsView.ts'
import type { DisclosureRecord } from './situation.ts'

const subjectCount = sql<number>`(SELECT count(*) FROM ${disclosureSubjects}
  WHERE ${disclosureSubjects.disclosureId} = ${disclosures.id} AND ${disclosureSubjects.removedAt} IS NULL)`.mapWith(
  Number,
)

/** Requests as lists and pickers show them. */
export async function readRows(db: Db, by: Staff, picked: SQL, order: SQL[]): Promise<DisclosureRow[]> {
  const { searchText, ...columns } = getTableColumns(disclosures)
  const rows = await db
    .select({ ...columns, subjectCount, assignee: { id: staff.id, name: staff.name } })
    .from(disclosures)
    .leftJoin(staff, eq(staff.id, disclosures.assignedTo))
    .where(picked)
    .orderBy(...order)
  const shown = rows.map(({ assignee, ...row }) => asRow(row, row.subjectCount, assignee))
  return by.role === 'auditor' ? shown.map(rowForAuditor) : shown
}

/** A request as its table has it, as lists and its own page show it. */
export function asRow(
  disclosure: Omit<DisclosureRecord, 'searchText'>,
  subjectCount: number,
  assignedTo: By | null,
): DisclosureRow {
  const { id, reference, state, kind, legalProcess, agencyCaseNumber, handlingLevel, outcome, version } =
    disclosure
  return {
    id,
    reference,
    state,
    kind,
    agencyName: disclosure.agency?.name ?? null,
    agencyCountry: disclosure.agency?.country ?? null,
    legalProcess,
    agencyCaseNumber,
    subjectCount,
    receivedAt: disclosure.receivedAt?.toISOString() ?? null,
    dueAt: disclosure.dueAt?.toISOString() ?? null,
    secrecyOrdered: disclosure.secrecy?.ordered ?? false,
    verificationState: disclosure.verificationState,
    assignedTo,
    handlingLevel,
    outcome,
    version,
    createdAt: disclosure.createdAt.toISOString(),
    updatedAt: disclosure.updatedAt.toISOString(),
  }
}
