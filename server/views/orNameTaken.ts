import { constraint, Refused } from '../errors.ts'

/** @throws INVALID at `name` if its owner has a live view of this list by that name */
export async function orNameTaken(writing: Promise<unknown>): Promise<void> {
  try {
    await writing
  } catch (error) {
    if (constraint(error) !== 'views_name') throw error
    throw new Refused('INVALID', { errors: { name: 'There is a view of this name already.' } })
  }
}
