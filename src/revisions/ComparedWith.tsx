import { MenuItem, TextField } from '@mui/material'
import { useTranslate } from 'react-admin'
import { usePublished } from './usePublished.ts'
import { useRevisionName } from './useRevisionName.ts'

type Props = {
  policyId: string
  revisionId: string
  value: string | null
  onChange: (id: string | null) => void
}

const nothing = ''

/** The older text: any posted revision of the policy. */
export function ComparedWith({ policyId, revisionId, value, onChange }: Props) {
  const t = useTranslate()
  const nameOf = useRevisionName()
  const { data = [] } = usePublished(policyId)
  const others = data.filter(({ id }) => id !== revisionId)
  const isListed = value === null || others.some(({ id }) => id === value)
  if (others.length === 0) return null
  return (
    <TextField
      select
      label={t('resources.revisions.comparison.with')}
      value={isListed ? (value ?? nothing) : nothing}
      onChange={({ target }) => onChange(target.value === nothing ? null : target.value)}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      sx={{ alignSelf: { sm: 'flex-start' }, minWidth: 240, bgcolor: 'background.paper' }}
    >
      {value === null && (
        <MenuItem value={nothing}>{t('resources.revisions.comparison.with_nothing')}</MenuItem>
      )}
      {others.map((revision) => (
        <MenuItem key={revision.id} value={revision.id}>
          {nameOf(revision)}
          {revision.inForce && ` · ${t('resources.revisions.comparison.in_force')}`}
        </MenuItem>
      ))}
    </TextField>
  )
}
