import {
  Box,
  LinearProgress,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material'
import { useTranslate } from 'react-admin'
import { type Batch, outcomesOf } from '../../contract/batches.ts'
import { ineligibilities } from '../../contract/purchases.ts'
import { CardSection } from '../fields/CardSection.tsx'
import { StateChip } from '../fields/StateChip.tsx'
import { sayNumber } from '../fields/sayNumber.ts'

/** How far it is, and how what happened compares with what was looked at. */
export function ProgressCard({ batch }: { batch: Batch }) {
  const t = useTranslate()
  const { state, processed, items, action, counts, notEligible, expected } = batch
  const isOver = state === 'done' || state === 'stopped'
  const why = ineligibilities.filter((code) => (isOver ? notEligible : expected.notEligible)[code] > 0)
  const text = t('resources.batches.progress_of', {
    processed: sayNumber(processed),
    items: sayNumber(items),
  })
  return (
    <CardSection title={t('resources.batches.progress')}>
      <LinearProgress
        variant="determinate"
        aria-label={t('resources.batches.progress')}
        aria-valuetext={text}
        value={items === 0 ? 100 : (100 * processed) / items}
        sx={{ height: 8, borderRadius: 1, mb: 2, bgcolor: 'divider' }}
      />
      <Typography className="tabular" color="textSecondary" sx={{ mb: 3 }}>
        {state === 'proposed' ? t('resources.batches.progress_waits') : text}
      </Typography>
      <Box sx={{ overflowX: 'auto' }}>
        <Table
          size="small"
          sx={{
            '& td, & th': { py: 2 },
            '& th:first-of-type, & td:first-of-type': { pl: 0 },
            '& th:last-of-type, & td:last-of-type': { pr: 0 },
            '& tr:last-child td': { border: 0, pb: 0 },
          }}
        >
          <TableHead>
            <TableRow>
              <TableCell>{t('resources.batches.outcome')}</TableCell>
              <TableCell align="right">{t('resources.batches.expected')}</TableCell>
              <TableCell align="right">{t('resources.batches.so_far')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {outcomesOf[action].map((outcome) => (
              <TableRow key={outcome}>
                <TableCell>
                  <StateChip kind="item" state={outcome} />
                  {outcome === 'not_eligible' && why.length > 0 && (
                    <Typography variant="caption" color="textSecondary" component="div" sx={{ mt: 1 }}>
                      {why
                        .map((code) => {
                          const many = (isOver ? notEligible : expected.notEligible)[code]
                          return `${sayNumber(many)}: ${t(`choices.ineligibility.${code}`)}`
                        })
                        .join(' · ')}
                    </Typography>
                  )}
                </TableCell>
                <TableCell align="right" className="tabular">
                  {sayNumber(expected.counts[outcome] ?? 0)}
                </TableCell>
                <TableCell align="right" className="tabular" sx={{ fontWeight: 600 }}>
                  {sayNumber(counts[outcome] ?? 0)}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
    </CardSection>
  )
}
