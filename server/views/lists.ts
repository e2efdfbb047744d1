import type { ViewNoun } from '../../contract/views.ts'
import type { ListSpec } from '../lists/listSpec.ts'

/** The lists that views are made of, each of which says what it can be filtered and sorted by. */
export type Lists = Record<ViewNoun, ListSpec<unknown>>
