import { may } from '../../contract/permissions.ts'
import type { CreateView } from '../../contract/views.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { views } from '../database/schema/views.ts'
import { Refused } from '../errors.ts'
import { append } from '../events/append.ts'
import type { Lists } from './lists.ts'
import { orNameTaken } from './orNameTaken.ts'
import { refuseForeignQuery } from './refuseForeignQuery.ts'

/**
 * Keeps how a list is filtered, sorted and laid out, for oneself or for the team.
 * @throws NOT_FOUND for a list that the role may not see; FORBIDDEN to share for a role that only reads
 * @throws VIEW_HOLDS_PERSON, INVALID as the list itself says; INVALID if one has a view of this name
 */
export const create =
  (lists: Lists) => async (tx: Tx, by: Staff, now: Date, id: string, input: CreateView) => {
    if (!may(by.role, input.noun, 'list')) throw new Refused('NOT_FOUND')
    if (input.shared && !may(by.role, 'views', 'share')) throw new Refused('FORBIDDEN')
    refuseForeignQuery(lists, by, now, input)
    const view = {
      ...input,
      id,
      owner: by.id,
      state: 'live',
      version: 1,
      createdAt: now,
      updatedAt: now,
    } as const
    await orNameTaken(tx.insert(views).values(view))
    await append(tx, { by, now, act: 'create', noun: 'views', id, details: { shared: input.shared } })
  }
