import { Skeleton, Stack } from '@mui/material'
import { useTranslate } from 'react-admin'

/** A page of the size that it will have, so that nothing jumps. */
export function PageSkeleton() {
  const t = useTranslate()
  return (
    <Stack spacing={4} aria-busy="true" aria-label={t('app.loading')}>
      <Skeleton variant="rounded" width={240} height={32} />
      <Skeleton variant="rounded" height={120} />
      <Skeleton variant="rounded" height={320} />
    </Stack>
  )
}
