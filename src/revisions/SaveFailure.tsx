import { Alert, Box, Button } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { useFailureText } from '../errors/useFailureText.ts'
import { hasCode } from '../problem.ts'
import { ConflictDialog } from './ConflictDialog.tsx'
import type { Draft } from './useDraft.ts'
import { useStartDraft } from './useStartDraft.ts'

/** Why it was not saved; the words stay where they are. */
export function SaveFailure({ draft, language }: { draft: Draft; language: string }) {
  const failureText = useFailureText()
  const [isComparing, setComparing] = useState(false)
  const { opened, typed, failure, letGo } = draft
  const startDraft = useStartDraft(opened.policyId)
  if (failure === null) return null
  // Published or discarded meanwhile: the words go on in another draft.
  const isClosed = hasCode(failure, 'REVISION_IMMUTABLE') || hasCode(failure, 'INVALID_TRANSITION')

  async function startAnew() {
    const { body } = typed.current
    await startDraft({ body, onMade: letGo })
  }

  return (
    <>
      <Alert severity="error" sx={{ mb: 4 }}>
        {failureText(failure)}
        {hasCode(failure, 'VERSION_CONFLICT') && (
          <Remedy name="conflict.look" onClick={() => setComparing(true)} />
        )}
        {isClosed && <Remedy name="conflict.start" onClick={() => void startAnew()} />}
      </Alert>
      {isComparing && (
        <ConflictDialog draft={draft} language={language} onClose={() => setComparing(false)} />
      )}
    </>
  )
}

function Remedy({ name, onClick }: { name: string; onClick: () => void }) {
  const t = useTranslate()
  return (
    <Box sx={{ mt: 2 }}>
      <Button variant="outlined" color="inherit" onClick={onClick}>
        {t(`resources.revisions.${name}`)}
      </Button>
    </Box>
  )
}
