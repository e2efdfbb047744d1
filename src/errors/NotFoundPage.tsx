import { Button } from '@mui/material'
import { LinkBase, useTranslate } from 'react-admin'
import { EmptyState } from '../fields/EmptyState.tsx'
import { PageHeader } from '../layout/PageHeader.tsx'

export function NotFoundPage() {
  const t = useTranslate()
  return (
    <>
      <PageHeader title={t('steward.no_page.title')} />
      <EmptyState title={t('steward.no_page.title')} text={t('steward.no_page.text')}>
        <Button component={LinkBase} to="/" variant="outlined">
          {t('start.name')}
        </Button>
      </EmptyState>
    </>
  )
}
