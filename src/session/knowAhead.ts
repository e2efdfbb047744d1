import type { QueryClient } from '@tanstack/react-query'
import type { AuthProvider } from 'react-admin'

type Options = { authProvider: AuthProvider; queryClient: QueryClient }

/**
 * Puts what the session says where react-admin looks for it, by its keys: the first thing that is drawn is then the page
 * itself, not a placeholder for each question that one answer holds.
 */
export async function knowAhead(path: string, { authProvider, queryClient }: Options): Promise<void> {
  const know = (key: readonly unknown[], answer: unknown) =>
    queryClient.setQueryData(['auth', ...key], answer)
  await authProvider.checkAuth({})
  know(['checkAuth', {}], true)
  know(['getPermissions', {}], await authProvider.getPermissions?.({}))
  know(['getIdentity'], await authProvider.getIdentity?.())
  const [, resource = '', id] = path.split('/')
  const opens = { action: id === undefined ? 'list' : 'show', resource }
  if (resource !== '') know(['canAccess', opens], await authProvider.canAccess?.(opens))
}
