import Next from '@mui/icons-material/KeyboardArrowDownOutlined'
import Previous from '@mui/icons-material/KeyboardArrowUpOutlined'
import { Box, Button, IconButton, ToggleButton, ToggleButtonGroup, Tooltip, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { useShortcut } from '../keyboard/useShortcut.ts'
import { topBarHeight } from '../layout/topBarHeight.ts'
import type { ChangeJumps } from './useChangeJumps.ts'
import type { ComparisonLayout } from './useComparisonLayout.ts'
import type { Folds } from './useFolds.ts'

const base = 'resources.revisions.comparison'

type Props = {
  count: number
  jumps: ChangeJumps
  /** Null where nothing is folded away. */
  folds: Folds | null
  /** Null where there is room for one column only. */
  layout: ComparisonLayout | null
}

/** To the next change and the one before it; how the comparison is laid out, and what of it is shown. */
export function ComparisonToolbar({ count, jumps: { at, go }, folds, layout }: Props) {
  const t = useTranslate()
  useShortcut({ key: 'n', label: `${base}.next`, run: () => go(1) })
  useShortcut({ key: 'p', label: `${base}.previous`, run: () => go(-1) })
  return (
    <Box role="toolbar" aria-label={t(`${base}.toolbar`)} sx={look}>
      <Tooltip title={t(`${base}.key`, { key: 'p' })}>
        <IconButton aria-label={t(`${base}.previous`)} onClick={() => go(-1)}>
          <Previous />
        </IconButton>
      </Tooltip>
      <Tooltip title={t(`${base}.key`, { key: 'n' })}>
        <IconButton aria-label={t(`${base}.next`)} onClick={() => go(1)}>
          <Next />
        </IconButton>
      </Tooltip>
      <Typography className="tabular" sx={{ mx: 2 }}>
        {at === 0
          ? t(`${base}.changes`, { smart_count: count })
          : t(`${base}.change_of`, { number: at, count })}
      </Typography>
      <Box sx={{ flex: 1 }} />
      {folds && (
        <Button
          size="small"
          color="secondary"
          onClick={folds.isAllOpen ? folds.foldAll : folds.openAll}
          sx={{ minHeight: { xs: 44, sm: 30 } }}
        >
          {t(`${base}.${folds.isAllOpen ? 'fold_all' : 'unfold_all'}`)}
        </Button>
      )}
      {layout && (
        <ToggleButtonGroup
          exclusive
          size="small"
          aria-label={t(`${base}.layout`)}
          value={layout.value}
          onChange={(_, value) => layout.set(value)}
        >
          {(['inline', 'sides'] as const).map((each) => (
            <ToggleButton key={each} value={each} sx={{ px: 3, py: 0.5, color: 'text.primary' }}>
              {t(`${base}.layouts.${each}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      )}
    </Box>
  )
}

const look = {
  position: 'sticky',
  top: topBarHeight,
  zIndex: 1,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 1,
  px: 2,
  py: 1,
  bgcolor: 'background.paper',
  borderBottom: 1,
  borderColor: 'divider',
  displayPrint: 'none',
  '& .MuiIconButton-root': { minWidth: { xs: 44, sm: 36 }, minHeight: { xs: 44, sm: 36 } },
} as const
