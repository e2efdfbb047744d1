import { useSearchParams } from 'react-router-dom'
import type { Revision } from '../../contract/revisions.ts'

/** A draft is compared with what was posted last, a posted text with the one before it, until somebody picks another. */
const usual = ({ state, latest, baseRevisionId }: Revision): string | null =>
  state === 'draft' ? (latest?.id ?? null) : baseRevisionId

type Other = { otherId: string | null; pick: (id: string | null) => void; pickUsual: () => void }

/** The text that a revision is compared with, kept in the address. */
export function useOther(compared: Revision): Other {
  const [params, setParams] = useSearchParams()
  const wanted = params.get('with')
  return {
    otherId: wanted === null ? usual(compared) : wanted === 'nothing' ? null : wanted,
    pick: (id) => setParams({ with: id ?? 'nothing' }, { replace: true }),
    pickUsual: () => setParams({}, { replace: true }),
  }
}
