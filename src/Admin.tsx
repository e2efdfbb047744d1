import { CssBaseline } from '@mui/material'
import {
  AdminContext,
  type AdminContextProps,
  CoreAdminUI,
  type CoreAdminUIProps,
  Notification,
} from 'react-admin'

/** react-admin without the pages that have successors here, which every visitor would otherwise load. */
export const Admin = (props: AdminContextProps & CoreAdminUIProps) => {
  const {
    children,
    dataProvider,
    authProvider,
    i18nProvider,
    queryClient,
    store,
    lightTheme,
    darkTheme,
    ...ui
  } = props
  return (
    <AdminContext
      {...{ dataProvider, authProvider, i18nProvider, queryClient, store, lightTheme, darkTheme }}
    >
      <CssBaseline enableColorScheme />
      <CoreAdminUI {...ui}>{children}</CoreAdminUI>
      <Notification />
    </AdminContext>
  )
}
