import { useQueryClient } from '@tanstack/react-query'
import { useDataProvider, useNotify } from 'react-admin'
import type { View } from '../../../contract/views.ts'
import type { StewardProvider } from '../../dataProvider.ts'
import { useFailureText } from '../../errors/useFailureText.ts'
import { newKey } from '../../idempotencyKey.ts'
import type { Standing } from './standing.ts'

/** Changes of a view that need no words: done at once, said when they are done, and easily done back. */
export function useChangeView() {
  const provider = useDataProvider<StewardProvider>()
  const queryClient = useQueryClient()
  const notify = useNotify()
  const failureText = useFailureText()

  async function change(view: View, done: string, run: () => Promise<unknown>) {
    try {
      await run()
      notify(done, { type: 'success', messageArgs: { name: view.name } })
    } catch (error) {
      notify(failureText(error), { type: 'error' })
    }
    await queryClient.invalidateQueries({ queryKey: ['views'] })
  }

  return {
    keep: (view: View, standing: Standing) =>
      change(view, 'views.kept', () =>
        provider.update('views', {
          id: view.id,
          data: { ...standing, columns: standing.columns ?? view.columns },
          previousData: view,
        }),
      ),
    share: (view: View, shared: boolean) =>
      change(view, shared ? 'views.is_shared' : 'views.is_own', () =>
        provider.act('views', {
          id: view.id,
          verb: 'share',
          data: { version: view.version, shared },
          idempotencyKey: newKey(),
        }),
      ),
  }
}
