import { Box, Skeleton, Stack, Typography } from '@mui/material'
import { useGetOne, useTranslate } from 'react-admin'
import type { SettingRecord } from '../../contract/settings.ts'
import { ErrorState } from '../errors/ErrorState.tsx'
import { InstantField } from '../fields/InstantField.tsx'
import { whole } from '../layout/RecordPage.tsx'
import { useValueWords } from './useValueWords.ts'

/** Every version with who made it, when, and what changed in it. */
export function SettingHistory({ id }: { id: string }) {
  const t = useTranslate()
  const words = useValueWords()
  const { data, error, refetch } = useGetOne<SettingRecord>('settings', { id, meta: whole })
  if (error && !data) return <ErrorState error={error} onRetry={() => refetch()} />
  if (!data) return <Skeleton variant="text" width="60%" />
  return (
    <Stack component="ol" spacing={3} sx={{ listStyle: 'none', m: 0, mt: 2, p: 0 }}>
      {data.history.map(({ version, by, at, changes }) => (
        <Box component="li" key={version}>
          <Typography>
            <bdi>
              {by
                ? t('resources.settings.version', { version, name: by.name })
                : t('resources.settings.first_version')}
            </bdi>{' '}
            · <InstantField value={at} />
          </Typography>
          {changes.map(({ field, before, after }) => (
            <Typography key={field} color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
              <bdi>
                {t('resources.settings.changed', {
                  field: t(`resources.settings.fields.${field}`, { _: field }),
                  before: words(field, before),
                  after: words(field, after),
                })}
              </bdi>
            </Typography>
          ))}
        </Box>
      ))}
    </Stack>
  )
}
