import { useDataProvider, useNotify } from 'react-admin'
import type { Revision } from '../../contract/revisions.ts'
import type { StewardProvider } from '../dataProvider.ts'
import { useFailureText } from '../errors/useFailureText.ts'
import { whole } from '../layout/RecordPage.tsx'
import { useKeepFresh } from './useKeepFresh.ts'

/** Reads a draft as it is now and shows it. */
export function useLookAgain(id: string, onRead: (fresh: Revision) => void): () => Promise<void> {
  const provider = useDataProvider<StewardProvider>()
  const keepFresh = useKeepFresh()
  const notify = useNotify()
  const failureText = useFailureText()
  return async () => {
    try {
      const { data } = await provider.getOne<Revision>('revisions', { id, meta: whole })
      keepFresh(data)
      onRead(data)
    } catch (error) {
      notify(failureText(error), { type: 'error' })
    }
  }
}
