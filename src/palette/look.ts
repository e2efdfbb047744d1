import type { Theme } from '@mui/material'

/** cmdk brings no looks of its own; its parts are known by their attributes. */
export const look = (theme: Theme) => ({
  display: 'flex',
  flexDirection: 'column',
  minHeight: 0,
  flex: 1,
  '& [cmdk-root]': { display: 'flex', flexDirection: 'column', minHeight: 0, flex: 1, outline: 'none' },
  '& [cmdk-input]': {
    flex: 1,
    minWidth: 0,
    height: 52,
    px: 4,
    border: 0,
    outline: 'none',
    bgcolor: 'transparent',
    color: 'text.primary',
    font: 'inherit',
    fontSize: 16,
    '&::placeholder': { color: 'text.secondary', opacity: 1 },
  },
  '& [cmdk-list]': { overflowY: 'auto', minHeight: 0, px: 2, py: 1, scrollPaddingBlock: 8 },
  '& [cmdk-group-heading]': { px: 2, pt: 2, pb: 1, color: 'text.secondary', fontSize: 12, fontWeight: 600 },
  '& [cmdk-item]': {
    display: 'flex',
    flexWrap: { xs: 'wrap', sm: 'nowrap' },
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: 3,
    px: 2,
    py: 1,
    minHeight: { xs: 44, sm: 36 },
    borderRadius: 1,
    cursor: 'pointer',
    scrollMarginBlock: 8,
    '&[data-selected="true"]': {
      bgcolor: 'info.light',
      // Colour alone would say where one is.
      boxShadow: `inset 3px 0 0 ${theme.palette.primary.main}`,
    },
    '&[data-disabled="true"]': { cursor: 'default', color: 'text.secondary' },
  },
  '& .detail': {
    display: 'flex',
    alignItems: 'center',
    gap: 2,
    flexShrink: 0,
    width: { xs: '100%', sm: 'auto' },
    maxWidth: '100%',
    color: 'text.secondary',
    fontSize: 12,
  },
})
