import type { RevisionRow } from '../../contract/revisions.ts'

/** Whether a posted text is in force is a matter of time, not a state of its own. */
export const stateOf = ({ state, inForce }: Pick<RevisionRow, 'state' | 'inForce'>) =>
  inForce ? 'in_force' : state
