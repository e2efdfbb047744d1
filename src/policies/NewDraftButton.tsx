import { Button } from '@mui/material'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useDataProvider, useNavigate, useNotify, useTranslate } from 'react-admin'
import type { Revision } from '../../contract/revisions.ts'
import type { StewardProvider } from '../dataProvider.ts'
import { useFailureText } from '../errors/useFailureText.ts'
import { useIdempotencyKey } from '../idempotencyKey.ts'
import { useMay } from '../session/useMay.ts'

/** Starts from the text posted last; the public sees nothing of it. */
export function NewDraftButton({ policyId }: { policyId: string }) {
  const t = useTranslate()
  const may = useMay()
  const navigate = useNavigate()
  const notify = useNotify()
  const failureText = useFailureText()
  const queryClient = useQueryClient()
  const provider = useDataProvider<StewardProvider>()
  const idempotencyKey = useIdempotencyKey()
  const [pending, setPending] = useState(false)
  if (!may('revisions', 'create')) return null

  async function start() {
    setPending(true)
    try {
      const { data } = await provider.create<Revision>('revisions', {
        data: { policyId },
        meta: { idempotencyKey },
      })
      void queryClient.invalidateQueries({ queryKey: ['revisions'] })
      navigate(`/revisions/${data.id}`)
    } catch (error) {
      notify(failureText(error), { type: 'error' })
      setPending(false)
    }
  }

  return (
    <Button variant="contained" disabled={pending} onClick={() => void start()}>
      {t('resources.policies.new_draft')}
    </Button>
  )
}
