import { Typography } from '@mui/material'
import type { Theirs } from '../../contract/changes.ts'
import { InstantField } from '../fields/InstantField.tsx'
import { useAuthorName } from './useAuthorName.ts'

/** Who changed it, when and why, in one line. */
export function TheirChange({ change }: { change: Pick<Theirs, 'by' | 'actorKind' | 'at' | 'reason'> }) {
  const authorOf = useAuthorName()
  return (
    <Typography variant="caption" color="textSecondary" component="div" sx={{ overflowWrap: 'anywhere' }}>
      <bdi>{authorOf(change)}</bdi>, <InstantField value={change.at} inRow />
      {change.reason && (
        <>
          {' · '}
          <bdi>“{change.reason}”</bdi>
        </>
      )}
    </Typography>
  )
}
