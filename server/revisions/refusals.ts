import { Refused } from '../errors.ts'

type Posted = { id: string; number: number; contentSha256: string } | null

/** The draft does not start from what was posted last; the answer names it, for the merge. */
export function baseOutdated(latest: Posted): Refused {
  if (!latest) {
    return new Refused('INVALID', { errors: { baseRevisionId: 'No revision of this policy is posted yet.' } })
  }
  const { id, number, contentSha256 } = latest
  return new Refused('BASE_OUTDATED', {
    values: { number },
    details: { latest: { id, number, contentSha256 } },
  })
}

/**
 * What was compared is what is decided about: a sentence saved meanwhile is called by its name.
 * @throws REVIEWED_TEXT_DIFFERS
 */
export function refuseOtherText(draft: { contentSha256: string; version: number }, reviewedSha256: string) {
  const { contentSha256, version } = draft
  if (reviewedSha256 !== contentSha256) {
    throw new Refused('REVIEWED_TEXT_DIFFERS', { details: { contentSha256, version } })
  }
}
