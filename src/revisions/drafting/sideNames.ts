import type { Revision } from '../../../contract/revisions.ts'

/** What the three sides of a merge are called. */
export type SideNames = { began: string; theirs: string; mine: string }

type Numbered = Pick<Revision, 'number'>

export const revisionNames = (
  { base, latest }: { base: Numbered | null; latest: Numbered },
  say: (key: string, values?: object) => string,
): SideNames => ({
  began: base ? say('names.revision', { number: base.number }) : say('names.nothing'),
  theirs: say('names.revision', { number: latest.number }),
  mine: say('names.mine'),
})
