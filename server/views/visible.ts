import { and, eq, inArray, or, type SQL } from 'drizzle-orm'
import { may } from '../../contract/permissions.ts'
import { viewNouns } from '../../contract/views.ts'
import type { Staff } from '../caller.ts'
import { views } from '../database/schema/views.ts'

/**
 * One's own views and those that are shared, of lists that the reader's role may see now: the name of a view may say
 * what its list is about, so a list that is secret keeps its views secret.
 */
export function visibleViews(by: Staff): SQL | undefined {
  const nouns = viewNouns.filter((noun) => may(by.role, noun, 'list'))
  const isShared = and(eq(views.shared, true), eq(views.state, 'live'))
  return and(inArray(views.noun, nouns), or(eq(views.owner, by.id), isShared))
}

/** Shared views are the team's: their owner and managers look after them. Nobody touches what another keeps privately. */
export const mayEdit = (by: Staff, view: { owner: string; shared: boolean }) =>
  view.owner === by.id || (view.shared && by.role === 'manager')
