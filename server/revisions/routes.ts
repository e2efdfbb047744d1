import {
  Attend,
  BringBack,
  CreateRevision,
  changeKinds,
  DiscardRevision,
  EditRevision,
  PublishRevision,
  Revision,
  RevisionRow,
  revisionStates,
} from '../../contract/revisions.ts'
import { act, answeringAct } from '../act.ts'
import { revisions as table } from '../database/schema.ts'
import type { NounSpec } from '../nounRoutes.ts'
import { anyIdOf, anyOf, sortBy } from '../simpleRest.ts'
import { attend } from './attend.ts'
import { bringBack } from './bringBack.ts'
import { createRevision } from './create.ts'
import { discard } from './discard.ts'
import { editRevision } from './edit.ts'
import { inForceAt } from './inForceAt.ts'
import { publish } from './publish.ts'
import { readRevision, readRows } from './read.ts'

/** Drafts and posted texts of the policies. A posted one never changes; it is followed by another. */
export const revisions: NounSpec<RevisionRow, Revision> = {
  noun: 'revisions',
  row: RevisionRow,
  one: Revision,
  list: {
    noun: 'revisions',
    table,
    sorts: {
      number: sortBy(table.number),
      state: sortBy(table.state),
      publishedAt: sortBy(table.publishedAt),
      createdAt: sortBy(table.createdAt),
      updatedAt: sortBy(table.updatedAt),
    },
    defaultSort: ['updatedAt', 'DESC'],
    filters: {
      policyId: anyIdOf(table.policyId),
      state: anyOf(table.state, revisionStates),
      changeKind: anyOf(table.changeKind, changeKinds),
      inForceAt,
    },
    rows: readRows,
  },
  read: readRevision,
  create: act(CreateRevision, createRevision),
  edit: act(EditRevision, editRevision),
  acts: {
    publish: act(PublishRevision, publish),
    discard: act(DiscardRevision, discard),
    bringBack: act(BringBack, bringBack),
    attend: answeringAct(Attend, attend),
  },
}
