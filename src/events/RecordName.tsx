import { Skeleton } from '@mui/material'
import type { Event } from '../../contract/events.ts'
import { useEventRecord } from './useEventRecord.ts'
import { useRecordName } from './useRecordName.ts'

/** Which record an event is about, where the line itself leads there and goes on with when it was. */
export function RecordName({ event }: { event: Event }) {
  const { name, isPending } = useRecordName(useEventRecord()(event))
  if (isPending)
    return <Skeleton component="span" width={96} sx={{ display: 'inline-block', verticalAlign: 'bottom' }} />
  if (name === null) return null
  return (
    <>
      <bdi>{name}</bdi>
      {' · '}
    </>
  )
}
