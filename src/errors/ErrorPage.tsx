import { Box } from '@mui/material'
import { ErrorState } from './ErrorState.tsx'

export function ErrorPage({ error }: { error: Error }) {
  return (
    <Box component="main">
      <ErrorState error={error} onRetry={() => window.location.reload()} />
    </Box>
  )
}
