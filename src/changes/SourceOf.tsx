import { Box, ButtonBase, Skeleton, Stack, Typography } from '@mui/material'
import { useState } from 'react'
import { useGetList, useTranslate } from 'react-admin'
import type { Change, Provenance } from '../../contract/changes.ts'
import { ErrorState } from '../errors/ErrorState.tsx'
import { BeforeAfter } from './BeforeAfter.tsx'
import { SourcePopover } from './SourcePopover.tsx'
import { sayDay } from './sayDay.ts'
import { TheirChange } from './TheirChange.tsx'
import type { CorrectedNoun } from './useCorrection.ts'
import { useFieldName } from './useFieldName.ts'

type Props = {
  noun: CorrectedNoun
  recordId: string
  field: string
  provenance: Provenance
  /** What the field is called here, if not by its name. */
  label?: string
  /** A figure that the shop itself reports and nobody writes here. */
  reported?: boolean
}

/** The name of a field, which says where its value comes from when it is pressed. */
export function SourceOf({ noun, recordId, field, provenance, label, reported = false }: Props) {
  const t = useTranslate()
  const nameOf = useFieldName(noun)
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const name = label ?? nameOf(field)
  const known = provenance[field]
  return (
    <>
      <ButtonBase
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
        sx={asName}
      >
        {name}
      </ButtonBase>
      <SourcePopover title={name} anchor={anchor} onClose={() => setAnchor(null)}>
        <Typography>
          {known
            ? t(`changes.sources.${known.source}`, { day: sayDay(known.at) })
            : t(reported ? 'changes.reported' : 'changes.never_given')}
        </Typography>
        {anchor && !reported && <FieldHistory {...{ noun, recordId, field }} />}
      </SourcePopover>
    </>
  )
}

const asName = {
  font: 'inherit',
  color: 'inherit',
  textAlign: 'left',
  verticalAlign: 'baseline',
  minHeight: { xs: 44, sm: 24 },
  borderRadius: 0.5,
  textDecoration: 'underline dotted',
  textDecorationColor: 'currentcolor',
  textUnderlineOffset: '4px',
} as const

type HistoryProps = Pick<Props, 'noun' | 'recordId' | 'field'>

/** What the field said before, the latest first. */
function FieldHistory({ noun, recordId, field }: HistoryProps) {
  const t = useTranslate()
  const { data, total, isPending, error, refetch } = useGetList<Change>('changes', {
    filter: { noun, recordId, field },
    pagination: { page: 1, perPage: 5 },
    sort: { field: 'at', order: 'DESC' },
  })
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (isPending) return <Skeleton variant="text" width="70%" sx={{ mt: 2 }} />
  if (!data || data.length === 0) return null
  return (
    <Stack component="ol" spacing={2} sx={{ listStyle: 'none', p: 0, m: 0, mt: 3 }}>
      {data.map((change) => (
        <Box component="li" key={change.id}>
          <BeforeAfter {...change} />
          <TheirChange change={change} />
        </Box>
      ))}
      {(total ?? 0) > data.length && (
        <Typography component="li" variant="caption" color="textSecondary">
          {t('changes.earlier')}
        </Typography>
      )}
    </Stack>
  )
}
