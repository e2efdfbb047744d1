import { Alert, Button } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { useFailureText } from '../errors/useFailureText.ts'
import { hasCode } from '../problem.ts'
import { ConflictDialog } from './ConflictDialog.tsx'
import type { Draft } from './useDraft.ts'

/** Why it was not saved; the words stay where they are. */
export function SaveFailure({ draft, language }: { draft: Draft; language: string }) {
  const t = useTranslate()
  const failureText = useFailureText()
  const [isComparing, setComparing] = useState(false)
  const { failure } = draft
  if (failure === null) return null
  return (
    <>
      <Alert
        severity="error"
        sx={{ mb: 4 }}
        action={
          hasCode(failure, 'VERSION_CONFLICT') && (
            <Button color="inherit" onClick={() => setComparing(true)}>
              {t('resources.revisions.conflict.look')}
            </Button>
          )
        }
      >
        {failureText(failure)}
      </Alert>
      {isComparing && (
        <ConflictDialog draft={draft} language={language} onClose={() => setComparing(false)} />
      )}
    </>
  )
}
