import { useDataProvider, useNotify } from 'react-admin'
import type { Revision } from '../../../contract/revisions.ts'
import type { StewardProvider } from '../../dataProvider.ts'
import { useFailureText } from '../../errors/useFailureText.ts'
import { whole } from '../../layout/RecordPage.tsx'

type OnMeet = (base: Revision | null, latest: Revision) => void

/** Reads the revision that a draft starts from, and the one posted last: another one may have been meanwhile. */
export function useMeetRevision(
  draftId: string,
  baseId: () => string | null,
  onMeet: OnMeet,
): () => Promise<void> {
  const provider = useDataProvider<StewardProvider>()
  const notify = useNotify()
  const failureText = useFailureText()
  const read = async (id: string) => (await provider.getOne<Revision>('revisions', { id, meta: whole })).data
  return async () => {
    try {
      const { latest } = await read(draftId)
      if (!latest) return
      const began = baseId()
      const [base, newer] = await Promise.all([began === null ? null : read(began), read(latest.id)])
      onMeet(base, newer)
    } catch (error) {
      notify(failureText(error), { type: 'error' })
    }
  }
}
