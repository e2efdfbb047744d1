import ExpandMore from '@mui/icons-material/ExpandMoreOutlined'
import { Box, Collapse, IconButton, Typography } from '@mui/material'
import { useId, useState } from 'react'
import { useReference, useTranslate } from 'react-admin'
import type { PurchaseRow } from '../../contract/purchases.ts'
import { BeforeAfter } from '../changes/BeforeAfter.tsx'
import { useFieldName } from '../changes/useFieldName.ts'
import { InstantField } from '../fields/InstantField.tsx'
import { StateChip } from '../fields/StateChip.tsx'
import { RowLink } from '../lists/RowLink.tsx'
import { TimelinePoint } from './TimelinePoint.tsx'
import type { Entry } from './timelineEntries.ts'
import { useEntryText } from './useEntryText.ts'

/** One line for what was done and one for when and why; what changed from what to what opens under it. */
export function TimelineEntry({ entry }: { entry: Entry }) {
  const t = useTranslate()
  const detailsId = useId()
  const { who, what, why } = useEntryText()(entry)
  const [isOpen, setOpen] = useState(false)
  const { event, changes, at } = entry
  return (
    <TimelinePoint isDone={!event || event.outcome === 'done'}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography component="div" sx={{ overflowWrap: 'anywhere' }}>
            <bdi>{who}</bdi> {what}
            {event?.noun === 'purchases' && event.recordId && <PurchaseLink id={event.recordId} />}
          </Typography>
          <Typography variant="caption" color="textSecondary" component="div" noWrap={!isOpen}>
            <InstantField value={at} />
            {why && (
              <>
                {' · '}
                <bdi>{why}</bdi>
              </>
            )}
          </Typography>
        </Box>
        {changes.length > 0 && (
          <IconButton
            size="small"
            aria-label={t('changes.details')}
            aria-expanded={isOpen}
            aria-controls={detailsId}
            onClick={() => setOpen(!isOpen)}
            sx={{ p: { xs: 2.5, sm: 0.5 }, my: { xs: -2, sm: 0 }, displayPrint: 'none' }}
          >
            <ExpandMore fontSize="small" sx={{ transform: isOpen ? 'rotate(180deg)' : 'none' }} />
          </IconButton>
        )}
      </Box>
      {event && event.outcome !== 'done' && (
        <Box sx={{ mt: 1 }}>
          <StateChip kind="outcome" state={event.outcome} />
        </Box>
      )}
      {changes.length > 0 && (
        <Collapse in={isOpen} id={detailsId} unmountOnExit>
          <Details changes={changes} />
        </Collapse>
      )}
    </TimelinePoint>
  )
}

function Details({ changes }: Pick<Entry, 'changes'>) {
  const ofCustomer = useFieldName('customers')
  const ofAddress = useFieldName('addresses')
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 1, p: 2, bgcolor: 'canvas', borderRadius: 1 }}>
      {changes.map(({ id, noun, field, before, after }) => (
        <Box component="li" key={id} sx={{ fontSize: 13, py: 0.5 }}>
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {`${(noun === 'customers' ? ofCustomer : ofAddress)(field)}: `}
          </Box>
          <BeforeAfter {...{ noun, field, before, after }} />
        </Box>
      ))}
    </Box>
  )
}

function PurchaseLink({ id }: { id: string }) {
  const { referenceRecord } = useReference<PurchaseRow>({ reference: 'purchases', id })
  if (!referenceRecord) return null
  return (
    <>
      {': '}
      <Box component="span" className="tabular" sx={{ whiteSpace: 'nowrap' }}>
        <RowLink to={`/purchases/${id}/show`}>{referenceRecord.reference}</RowLink>
      </Box>
    </>
  )
}
