import { Button } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { useStartDraft } from '../revisions/useStartDraft.ts'
import { useMay } from '../session/useMay.ts'

/** Starts from the text posted last. */
export function NewDraftButton({ policyId }: { policyId: string }) {
  const t = useTranslate()
  const may = useMay()
  const startDraft = useStartDraft(policyId)
  const [pending, setPending] = useState(false)
  if (!may('revisions', 'create')) return null

  async function start() {
    setPending(true)
    await startDraft()
    setPending(false)
  }

  return (
    <Button variant="contained" disabled={pending} onClick={() => void start()}>
      {t('resources.policies.new_draft')}
    </Button>
  )
}
