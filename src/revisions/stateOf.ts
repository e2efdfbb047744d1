import type { RevisionRow } from '../../contract/revisions.ts'

/** Whether a posted text is in force is a matter of time, not a state of its own. */
export const stateOf = ({ state, inForce, coming }: Pick<RevisionRow, 'state' | 'inForce' | 'coming'>) =>
  inForce ? 'in_force' : coming ? 'coming' : state
