import {
  CreateView,
  EditView,
  RetireView,
  ShareView,
  View,
  viewNouns,
  viewStates,
} from '../../contract/views.ts'
import { act } from '../act.ts'
import { customers } from '../customers/routes.ts'
import { views as table } from '../database/schema/views.ts'
import { disclosures } from '../disclosures/routes.ts'
import { events } from '../events/routes.ts'
import { anyIdOf, anyOf } from '../lists/filters.ts'
import { sortBy, sortByName } from '../lists/sorts.ts'
import type { NounSpec } from '../nounRoutes.ts'
import { purchases } from '../purchases/routes.ts'
import { revisions } from '../revisions/routes.ts'
import { create } from './create.ts'
import { edit } from './edit.ts'
import type { Lists } from './lists.ts'
import { readView, readViews } from './read.ts'
import { retire } from './retire.ts'
import { share } from './share.ts'
import { visibleViews } from './visible.ts'

const lists: Lists = {
  customers: customers.list,
  purchases: purchases.list,
  disclosures: disclosures.list,
  revisions: revisions.list,
  events: events.list,
}

/** Lists as people want to see them again: one's own, and those that are shared with the team. */
export const views: NounSpec<View, View> = {
  noun: 'views',
  row: View,
  one: View,
  list: {
    noun: 'views',
    table,
    sorts: { name: sortByName(table.name), createdAt: sortBy(table.createdAt) },
    defaultSort: ['createdAt', 'ASC'],
    filters: {
      noun: anyOf(table.noun, viewNouns),
      state: anyOf(table.state, viewStates),
      owner: anyIdOf(table.owner),
    },
    visible: visibleViews,
    rows: readViews,
  },
  read: readView,
  create: act(CreateView, create(lists)),
  edit: act(EditView, edit(lists)),
  acts: { share: act(ShareView, share), retire: act(RetireView, retire) },
}
