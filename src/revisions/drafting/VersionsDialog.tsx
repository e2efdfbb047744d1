import { Box, Button, List, ListItemButton, ListItemText, Skeleton, Stack, Typography } from '@mui/material'
import { useState } from 'react'
import { useGetList, useTranslate } from 'react-admin'
import type { VersionRow } from '../../../contract/versions.ts'
import { PlainDialog } from '../../acts/PlainDialog.tsx'
import { ErrorState } from '../../errors/ErrorState.tsx'
import type { Draft } from '../useDraft.ts'
import { sayClock } from './sayClock.ts'
import { VersionView } from './VersionView.tsx'

type Props = { draft: Draft; language: string; onClose: () => void }

/** Who left the draft how and when, the latest first; one at a time beside what it says now. */
export function VersionsDialog({ draft, language, onClose }: Props) {
  const t = useTranslate()
  const say = (key: string, values = {}) => t(`resources.revisions.versions.${key}`, values)
  const [picked, setPicked] = useState<string | null>(null)
  const { data, error, isPending, refetch } = useGetList<VersionRow>(
    'versions',
    {
      filter: { revisionId: draft.opened.id },
      sort: { field: 'version', order: 'DESC' },
      pagination: { page: 1, perPage: 200 },
    },
    { refetchOnMount: 'always' },
  )
  const shown = data?.find(({ id }) => id === picked) ?? data?.[0]
  return (
    <PlainDialog
      title={say('name')}
      maxWidth={data?.length === 0 ? 'sm' : 'lg'}
      onClose={onClose}
      actions={
        <Button color="secondary" onClick={onClose}>
          {t('resources.revisions.drafting.close')}
        </Button>
      }
    >
      <Box sx={{ display: 'grid', gap: 4, gridTemplateColumns: { md: '240px minmax(0, 1fr)' } }}>
        {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
        {isPending && <Skeleton variant="rounded" height={200} />}
        {data?.length === 0 && <Typography color="textSecondary">{say('none')}</Typography>}
        {data && data.length > 0 && (
          <List
            disablePadding
            aria-label={say('name')}
            sx={{ maxHeight: { xs: 180, md: '60dvh' }, overflowY: 'auto' }}
          >
            {data.map(({ id, by, at }) => (
              <li key={id}>
                <ListItemButton
                  selected={id === shown?.id}
                  aria-current={id === shown?.id}
                  onClick={() => setPicked(id)}
                  sx={{ borderRadius: 1 }}
                >
                  <ListItemText
                    primary={<bdi>{by?.name ?? t('events.actors.staff')}</bdi>}
                    secondary={<time dateTime={at}>{sayClock(at)}</time>}
                  />
                </ListItemButton>
              </li>
            ))}
          </List>
        )}
        {shown && (
          <Stack sx={{ minWidth: 0 }}>
            <VersionView key={shown.id} row={shown} draft={draft} language={language} onDone={onClose} />
          </Stack>
        )}
      </Box>
    </PlainDialog>
  )
}
