import { Box, Skeleton } from '@mui/material'
import type { Event } from '../../contract/events.ts'
import { RowLink } from '../lists/RowLink.tsx'
import { useEventAddress, useEventRecord } from './useEventRecord.ts'
import { useEventText } from './useEventText.ts'
import { useRecordName } from './useRecordName.ts'

type Props = {
  event: Event
  /** What was done begins a sentence. */
  isFirst?: boolean
}

/** What was done and to which record, by the name that staff know it by; the name leads there. */
export function EventWhat({ event, isFirst = false }: Props) {
  const { what } = useEventText()(event)
  const address = useEventAddress()(event)
  const { name, isPending } = useRecordName(useEventRecord()(event))
  const said = isFirst ? sentence(what) : what
  if (!address) return said
  if (isPending) {
    return (
      <>
        {said}:{' '}
        <Skeleton component="span" width={96} sx={{ display: 'inline-block', verticalAlign: 'bottom' }} />
      </>
    )
  }
  if (name === null) return <RowLink to={address}>{said}</RowLink>
  return (
    <>
      {said}:{' '}
      <Box component="span" {...(isReference(name) ? asReference : {})}>
        <RowLink to={address}>{name}</RowLink>
      </Box>
    </>
  )
}

/** What is one short word is not broken at its hyphens. */
const isReference = (name: string) => /^\S{1,20}$/.test(name)
const asReference = { className: 'tabular', sx: { whiteSpace: 'nowrap' } }

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
