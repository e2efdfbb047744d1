import { Alert, AlertTitle, Box, Stack, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import type { Lint } from '../../../contract/lints.ts'
import { NoteInput } from '../../acts/NoteInput.tsx'
import { FoundPlaces } from './LintList.tsx'

/** What the checks found, and beside each why it is published all the same. */
export function OverrideInputs({ lints }: { lints: readonly Lint[] }) {
  const t = useTranslate()
  if (lints.length === 0) return null
  return (
    <Alert severity="warning" sx={{ '& .MuiAlert-message': { flex: 1, minWidth: 0 } }}>
      <AlertTitle>{t('resources.revisions.lints.name')}</AlertTitle>
      {t('resources.revisions.lints.before_publishing')}
      <Stack spacing={4} sx={{ mt: 3 }}>
        {lints.map(({ code, found }) => (
          <Box key={code}>
            <Typography sx={{ fontWeight: 500 }}>
              {t(`resources.revisions.lints.${code}`, { smart_count: found.length })}
            </Typography>
            <FoundPlaces found={found} />
            <Box sx={{ mt: 3 }}>
              <NoteInput
                source={`reasons.${code}`}
                label={`resources.revisions.lints.reason.${code}`}
                minRows={1}
              />
            </Box>
          </Box>
        ))}
      </Stack>
    </Alert>
  )
}
