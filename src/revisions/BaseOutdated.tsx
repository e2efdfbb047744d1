import { Alert, Box, Button } from '@mui/material'
import { useState } from 'react'
import { useDataProvider, useNotify, useTranslate } from 'react-admin'
import type { Revision } from '../../contract/revisions.ts'
import type { StewardProvider } from '../dataProvider.ts'
import { useFailureText } from '../errors/useFailureText.ts'
import { whole } from '../layout/RecordPage.tsx'
import { useMay } from '../session/useMay.ts'
import { useKeepFresh } from './useKeepFresh.ts'

type Props = { draft: Revision; otherId: string | null; onRebased: (draft: Revision) => void }

/** Another revision was posted since the draft started: what keeping this text takes back stands in the comparison. */
export function BaseOutdated({ draft, otherId, onRebased }: Props) {
  const t = useTranslate()
  const may = useMay()
  const notify = useNotify()
  const failureText = useFailureText()
  const provider = useDataProvider<StewardProvider>()
  const keepFresh = useKeepFresh()
  const [isSaving, setSaving] = useState(false)
  const { latest, baseRevisionId } = draft
  if (!latest || baseRevisionId === latest.id) return null
  const { id: baseId, number } = latest

  async function rebase() {
    setSaving(true)
    try {
      const { data } = await provider.update<Revision>('revisions', {
        id: draft.id,
        data: { baseRevisionId: baseId },
        previousData: draft,
        meta: whole,
      })
      keepFresh(data)
      onRebased(data)
      notify('resources.revisions.comparison.rebased', { type: 'success', messageArgs: { number } })
    } catch (error) {
      notify(failureText(error), { type: 'error' })
    } finally {
      setSaving(false)
    }
  }

  return (
    <Alert severity="warning">
      {t('resources.revisions.comparison.outdated', { number })}
      {may('revisions', 'edit') && (
        <Box sx={{ mt: 2 }}>
          <Button variant="outlined" disabled={isSaving || otherId !== baseId} onClick={() => void rebase()}>
            {t('resources.revisions.comparison.rebase', { number })}
          </Button>
        </Box>
      )}
    </Alert>
  )
}
