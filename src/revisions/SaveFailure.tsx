import { Alert, Button, Stack } from '@mui/material'
import { useTranslate } from 'react-admin'
import { CardStatements } from '../acts/CardStatements.tsx'
import { useFailureText } from '../errors/useFailureText.ts'
import { SessionOver } from '../http.ts'
import { hasCode, problemOf } from '../problem.ts'
import { isPassing } from './drafting/isPassing.ts'
import type { Draft } from './useDraft.ts'
import { useStartDraft } from './useStartDraft.ts'

type Props = { draft: Draft; onMerge: () => void }

/** What has to be done before the words can be saved; they stay where they are, here and in the browser. */
export function SaveFailure({ draft, onMerge }: Props) {
  const t = useTranslate()
  const failureText = useFailureText()
  const { opened, typed, failure, clash, letGo, save, state } = draft
  const startDraft = useStartDraft(opened.policyId)
  // What is tried again by itself is said beside the title, and asks nobody for anything.
  if (!clash && (failure === null || isPassing(failure))) return null
  const isSessionOver = failure instanceof SessionOver
  // Published or discarded meanwhile: the words go on in another draft.
  const isClosed = hasCode(failure, 'REVISION_IMMUTABLE') || hasCode(failure, 'INVALID_TRANSITION')

  const isCard = !clash && hasCode(failure, 'CARD_NUMBER_NOT_ALLOWED')

  async function startAnew() {
    const { body } = typed.current
    await startDraft({ body, onMade: letGo })
  }

  return (
    <Stack spacing={2} sx={{ mb: 4 }}>
      <Alert severity={clash || isSessionOver ? 'warning' : 'error'}>
        {clash &&
          t('resources.revisions.merge.clash', { by: clash.by ?? t('resources.revisions.merge.somebody') })}
        {!clash && isSessionOver && t('resources.revisions.drafting.session_over')}
        {!clash && !isSessionOver && failureText(failure)}
        <Stack direction="row" sx={{ mt: 2, gap: 2, flexWrap: 'wrap' }}>
          {clash && <Remedy name="merge.open" onClick={onMerge} />}
          {isClosed && <Remedy name="conflict.start" onClick={() => void startAnew()} />}
          {isSessionOver && <Remedy name="drafting.sign_in" onClick={() => void save('hand')} />}
          {!clash && !isClosed && !isSessionOver && (
            <Remedy name="drafting.again" onClick={() => void save('hand')} />
          )}
        </Stack>
      </Alert>
      {isCard && (
        <CardStatements errors={problemOf(failure)?.errors} onState={(last4) => void state(last4)} />
      )}
    </Stack>
  )
}

function Remedy({ name, onClick }: { name: string; onClick: () => void }) {
  const t = useTranslate()
  return (
    <Button variant="outlined" color="inherit" onClick={onClick}>
      {t(`resources.revisions.${name}`)}
    </Button>
  )
}
