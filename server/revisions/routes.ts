import { DiscardDraft } from '../../contract/discardDraft.ts'
import {
  ApproveRevision,
  Attend,
  Attendance,
  BringBack,
  CreateRevision,
  changeKinds,
  EditRevision,
  PublishRevision,
  ReturnRevision,
  Revision,
  RevisionRow,
  revisionStates,
  SubmitRevision,
} from '../../contract/revisions.ts'
import { act, answeringAct } from '../act.ts'
import { revisions as table } from '../database/schema/revisions.ts'
import { anyIdOf, anyOf } from '../lists/filters.ts'
import { sortBy } from '../lists/sorts.ts'
import type { NounSpec } from '../nounRoutes.ts'
import { searchRevisions } from '../policies/search.ts'
import { approve } from './approve.ts'
import { attend } from './attend.ts'
import { bringBack } from './bringBack.ts'
import { createRevision } from './create.ts'
import { discard } from './discard.ts'
import { editRevision } from './edit.ts'
import { inForceAt } from './inForceAt.ts'
import { publish } from './publish.ts'
import { readRevision, readRows } from './read.ts'
import { returnToDraft } from './returnToDraft.ts'
import { submit } from './submit.ts'
import { waitingForMe } from './waiting.ts'

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
      waitingForMe,
    },
    search: searchRevisions,
    rows: readRows,
  },
  read: readRevision,
  create: act(CreateRevision, createRevision),
  edit: act(EditRevision, editRevision),
  acts: {
    bringBack: act(BringBack, bringBack),
    attend: answeringAct(Attend, Attendance, attend),
    submit: act(SubmitRevision, submit),
    return: act(ReturnRevision, returnToDraft),
    approve: act(ApproveRevision, approve),
    publish: act(PublishRevision, publish),
    discard: act(DiscardDraft, discard),
  },
}
