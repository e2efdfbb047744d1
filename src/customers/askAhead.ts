import type { QueryClient } from '@tanstack/react-query'
import type { AuthProvider, DataProvider } from 'react-admin'
import { customersOrder, rowsAtOnce } from '../../contract/firstRows.ts'

type Options = {
  authProvider: AuthProvider
  dataProvider: DataProvider
  queryClient: QueryClient
}

/**
 * Where the address opens the list of customers as it is at first, its rows are on their way before it is drawn. The
 * list finds them by the same key (react-admin's) and asks nothing more.
 */
export async function askAhead(
  { pathname, search }: { pathname: string; search: string },
  { authProvider, dataProvider, queryClient }: Options,
): Promise<void> {
  if (pathname !== '/customers' || search !== '') return
  await authProvider.checkAuth({})
  const params = { pagination: { page: 1, perPage: rowsAtOnce }, sort: customersOrder, filter: {} }
  await queryClient.prefetchQuery({
    queryKey: ['customers', 'getList', params],
    queryFn: ({ signal }) => dataProvider.getList('customers', { ...params, signal }),
    retry: false,
  })
}
