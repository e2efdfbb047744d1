import { Alert, Box, Button } from '@mui/material'
import { useTranslate } from 'react-admin'
import type { Revision } from '../../contract/revisions.ts'
import { useMay } from '../session/useMay.ts'

type Props = {
  latest: Revision['latest']
  /** The revision that the draft starts from. */
  baseId: string | null
  onMerge: () => void
}

/** Another revision was posted since the draft started: its changes have to be in the draft before it is published. */
export function BaseOutdated({ latest, baseId, onMerge }: Props) {
  const t = useTranslate()
  const may = useMay()
  if (!latest || baseId === latest.id) return null
  const { number } = latest
  return (
    <Alert severity="warning" sx={{ mb: 4 }}>
      {t('resources.revisions.merge.outdated', { number })}
      {may('revisions', 'edit') && (
        <Box sx={{ mt: 2 }}>
          <Button variant="outlined" color="inherit" onClick={onMerge}>
            {t('resources.revisions.merge.bring_in', { number })}
          </Button>
        </Box>
      )}
    </Alert>
  )
}
