import LockOutlined from '@mui/icons-material/LockOutlined'
import { Button } from '@mui/material'
import { LinkBase, useTranslate } from 'react-admin'
import { EmptyState } from '../fields/EmptyState.tsx'
import { PageHeader } from '../layout/PageHeader.tsx'

/** Reads the same for a page that another role has and for one that nobody has: existence may be secret. */
export function NoAccessPage() {
  const t = useTranslate()
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
