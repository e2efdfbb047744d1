import { CreatePolicy, EditPolicy, Policy } from '../../contract/policies.ts'
import { act } from '../act.ts'
import { policies as table } from '../database/schema/policies.ts'
import { anyOf } from '../lists/filters.ts'
import { sortBy, sortByName } from '../lists/sorts.ts'
import type { NounSpec } from '../nounRoutes.ts'
import { createPolicy } from './create.ts'
import { editPolicy } from './edit.ts'
import { readPolicies, readPolicy } from './read.ts'
import { searchPolicies } from './search.ts'

/** The documents that the shop promises by, each with a public address; their texts are `revisions`. */
export const policies: NounSpec<Policy, Policy> = {
  noun: 'policies',
  row: Policy,
  one: Policy,
  list: {
    noun: 'policies',
    table,
    sorts: { title: sortByName(table.title), key: sortBy(table.key), updatedAt: sortBy(table.updatedAt) },
    defaultSort: ['title', 'ASC'],
    filters: { key: anyOf(table.key) },
    search: searchPolicies,
    rows: readPolicies,
  },
  read: readPolicy,
  create: act(CreatePolicy, createPolicy),
  edit: act(EditPolicy, editPolicy),
}
