import LockOutlined from '@mui/icons-material/LockOutlined'
import { Button } from '@mui/material'
import { LinkBase, useLocation, usePermissions, useTranslate } from 'react-admin'
import { EmptyState } from '../fields/EmptyState.tsx'
import { PageHeader } from '../layout/PageHeader.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'

/** Where not even the list is for the reader's role it reads as a page that nobody has: existence may be secret. */
export function NoAccessPage() {
  const t = useTranslate()
  const { pathname } = useLocation()
  const { permissions = [] } = usePermissions<string[]>()
  if (!permissions.includes(`${pathname.split('/')[1]}.list`)) return <NotFoundPage />
  return (
    <>
      <PageHeader title={t('steward.forbidden.title')} />
      <EmptyState
        icon={<LockOutlined />}
        title={t('steward.forbidden.title')}
        text={t('steward.forbidden.text')}
      >
        <Button component={LinkBase} to="/" variant="outlined">
          {t('start.name')}
        </Button>
      </EmptyState>
    </>
  )
}
