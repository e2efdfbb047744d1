import { Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import type { Event } from '../../contract/events.ts'
import { useActorName } from './useActorName.ts'

/** Who did it, in which role. */
export function ActorName({ event }: { event: Event }) {
  const t = useTranslate()
  const actorOf = useActorName()
  const { actorRole } = event
  return (
    <>
      <bdi>{actorOf(event)}</bdi>
      {actorRole && (
        <Typography component="span" color="textSecondary">
          {` · ${t(`roles.${actorRole}`)}`}
        </Typography>
      )}
    </>
  )
}
