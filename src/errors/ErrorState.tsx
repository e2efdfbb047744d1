import CloudOff from '@mui/icons-material/CloudOffOutlined'
import LockOutlined from '@mui/icons-material/LockOutlined'
import SearchOff from '@mui/icons-material/SearchOffOutlined'
import { Button } from '@mui/material'
import { LinkBase, useTranslate } from 'react-admin'
import { EmptyState } from '../fields/EmptyState.tsx'
import { statusOf } from '../problem.ts'
import { useFailureText } from './useFailureText.ts'

type Props = {
  error: unknown
  onRetry?: () => void
  /** Where to look for what is gone. */
  list?: { to: string; name: string }
}

/** Says what happened and what to do next; never a stack, never a code. */
export function ErrorState({ error, onRetry, list }: Props) {
  const t = useTranslate()
  const failureText = useFailureText()
  const status = statusOf(error)
  if (status === 404) {
    return (
      <EmptyState icon={<SearchOff />} title={t('steward.gone.title')} text={t('steward.gone.text')}>
        {list && (
          <Button component={LinkBase} to={list.to} variant="outlined">
            {list.name}
          </Button>
        )}
      </EmptyState>
    )
  }
  if (status === 403) {
    return (
      <EmptyState icon={<LockOutlined />} title={t('steward.forbidden.title')} text={failureText(error)} />
    )
  }
  return (
    <EmptyState icon={<CloudOff />} title={t('steward.errors.title')} text={failureText(error)}>
      {onRetry && (
        <Button variant="outlined" onClick={onRetry}>
          {t('steward.errors.retry')}
        </Button>
      )}
    </EmptyState>
  )
}
