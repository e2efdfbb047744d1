import { useTranslate } from 'react-admin'
import { errorText } from '../../contract/errors.ts'
import type { Revision } from '../../contract/revisions.ts'

type Seen = { compared: Revision; otherId: string | null; isNewer: boolean; isCompared: boolean }

/** Why what is on the screen cannot be published now, before anybody tries; the server has the last word. */
export function useRefusalToPublish({ compared, otherId, isNewer, isCompared }: Seen): string | null {
  const t = useTranslate()
  const { latest, baseRevisionId, body, contentSha256 } = compared
  const say = (why: string) =>
    t(`resources.revisions.comparison.refusals.${why}`, { number: latest?.number ?? 0 })
  if (isNewer) return say('newer')
  if (body.trim() === '') return say('empty')
  if (latest && baseRevisionId !== latest.id) return say('outdated')
  if (latest && contentSha256 === latest.contentSha256) {
    return errorText('NOTHING_CHANGED', { number: latest.number })
  }
  if (otherId !== (latest?.id ?? null)) return say('other')
  return isCompared ? null : say('uncompared')
}
