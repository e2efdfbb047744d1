import { Box, Button, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { batchLimits } from '../../contract/batches.ts'
import { sayNumber } from '../fields/sayNumber.ts'
import { useKeepFocus } from '../keyboard/useKeepFocus.ts'
import { topBarHeight } from '../layout/topBarHeight.ts'
import { BatchButton } from './BatchButton.tsx'
import { type Selection, useSelection } from './selection.ts'

export const selectionBarHeight = 48

/** How much is selected, and what can be done with it; always there, so that nothing jumps. */
export function SelectionBar() {
  const t = useTranslate()
  const selection = useSelection()
  const keep = useKeepFocus<HTMLElement>()
  const { isAll, isEmpty, ids, total, totalText, isCapped } = selection
  const tooMany = ids.length > batchLimits.ids
  const isMore = isCapped || (total ?? 0) > ids.length
  return (
    <Box
      {...keep}
      component="section"
      aria-label={t('acts.batches.select.region')}
      sx={{
        position: 'sticky',
        top: topBarHeight,
        zIndex: 2,
        minHeight: selectionBarHeight,
        px: 3,
        py: 1,
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 2,
        borderBottom: 1,
        borderColor: 'divider',
        borderRadius: '7px 7px 0 0',
        bgcolor: isEmpty ? 'background.paper' : 'info.light',
        displayPrint: 'none',
        '& .MuiButton-root': { minHeight: { xs: 44, sm: 34 } },
      }}
    >
      <Typography
        role="status"
        className="tabular"
        sx={{ fontWeight: 600, px: isEmpty ? 0 : 1, width: { xs: isEmpty ? 'auto' : '100%', sm: 'auto' } }}
      >
        {isEmpty ? '' : said(selection, t)}
      </Typography>
      {!isAll && isMore && (
        // Alone, its words begin where the boxes of the rows do.
        <Button size="small" onClick={selection.pickAll} sx={{ ml: isEmpty ? -3.5 : 0 }}>
          {t(isCapped ? 'acts.batches.select.all_of_many' : 'acts.batches.select.all', { total: totalText })}
        </Button>
      )}
      {!isEmpty && (
        <>
          <Button size="small" color="secondary" onClick={selection.clear}>
            {t('acts.batches.select.clear')}
          </Button>
          <Box sx={{ flex: 1 }} />
          {tooMany ? (
            <Typography color="warning">
              {t('acts.batches.select.too_many', { most: sayNumber(batchLimits.ids) })}
            </Typography>
          ) : (
            actionsFor(selection).map((action) => (
              <BatchButton key={action} action={action} selection={selection} />
            ))
          )}
        </>
      )}
    </Box>
  )
}

function said(selection: Selection, t: ReturnType<typeof useTranslate>): string {
  const { isAll, isCapped, ids, count, totalText } = selection
  if (!isAll) return t('acts.batches.select.some', { smart_count: ids.length })
  if (ids.length === 0)
    return t(`acts.batches.select.everything${isCapped ? '_of_many' : ''}`, { total: totalText })
  return count === null
    ? t('acts.batches.select.but', { count: sayNumber(ids.length) })
    : t('acts.batches.select.count', { total: sayNumber(count) })
}

function actionsFor({ filter }: Selection) {
  if (filter.activation === 'active') return ['deactivate'] as const
  return filter.activation === 'deactivated'
    ? (['reactivate'] as const)
    : (['reactivate', 'deactivate'] as const)
}
