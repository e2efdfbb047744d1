import type { RevisionRow } from '../../contract/revisions.ts'

/** Where a revision is to be seen in the staff screens: a draft where it is written. */
export const addressOf = ({ id, state }: Pick<RevisionRow, 'id' | 'state'>) =>
  state === 'draft' ? `/revisions/${id}` : `/revisions/${id}/show`

/** Where anybody can read it, for good. */
export const permanentAddress = (publicPath: string, number: number) => `${publicPath}/revisions/${number}`

/** Two texts laid over each other, as a link that can be sent to a colleague; with nothing, the text stands alone. */
export const compareAddress = (id: string, otherId: string | null) =>
  `/revisions/${id}/compare?with=${otherId ?? 'nothing'}`
