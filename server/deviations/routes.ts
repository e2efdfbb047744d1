import {
  CreateDeviation,
  Deviation,
  deviationKinds,
  deviationStates,
  EditDeviation,
  EndDeviation,
  PostDeviation,
} from '../../contract/deviations.ts'
import { DiscardDraft } from '../../contract/discardDraft.ts'
import { act } from '../act.ts'
import { deviations as table } from '../database/schema/deviations.ts'
import { anyIdOf, anyOf } from '../lists/filters.ts'
import { sortBy } from '../lists/sorts.ts'
import type { NounSpec } from '../nounRoutes.ts'
import { createDeviation } from './create.ts'
import { discardDeviation } from './discard.ts'
import { editDeviation } from './edit.ts'
import { end } from './end.ts'
import { post } from './post.ts'
import { readDeviation, readDeviations } from './read.ts'

/** Where the shop departs from a policy for a while, and later effects of revisions: drafted, posted, kept for ever. */
export const deviations: NounSpec<Deviation, Deviation> = {
  noun: 'deviations',
  row: Deviation,
  one: Deviation,
  list: {
    noun: 'deviations',
    table,
    sorts: {
      startsAt: sortBy(table.startsAt),
      postedAt: sortBy(table.postedAt),
      createdAt: sortBy(table.createdAt),
      updatedAt: sortBy(table.updatedAt),
    },
    defaultSort: ['updatedAt', 'DESC'],
    filters: {
      policyId: anyIdOf(table.policyId),
      revisionId: anyIdOf(table.revisionId),
      state: anyOf(table.state, deviationStates),
      kind: anyOf(table.kind, deviationKinds),
    },
    rows: readDeviations,
  },
  read: readDeviation,
  create: act(CreateDeviation, createDeviation),
  edit: act(EditDeviation, editDeviation),
  acts: {
    post: act(PostDeviation, post),
    end: act(EndDeviation, end),
    discard: act(DiscardDraft, discardDeviation),
  },
}
