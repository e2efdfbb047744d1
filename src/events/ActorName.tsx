import { Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import type { Event } from '../../contract/events.ts'

/** Who did it, in which role. */
export function ActorName({ event: { by, actorKind, actorRole } }: { event: Event }) {
  const t = useTranslate()
  return (
    <>
      <bdi>{by?.name ?? t(`events.actors.${actorKind}`)}</bdi>
      {actorRole && (
        <Typography component="span" color="text.secondary">
          {` · ${t(`roles.${actorRole}`)}`}
        </Typography>
      )}
    </>
  )
}
