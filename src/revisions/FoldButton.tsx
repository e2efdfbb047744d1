import UnfoldMore from '@mui/icons-material/UnfoldMoreOutlined'
import { Box, Button } from '@mui/material'
import { useTranslate } from 'react-admin'

type Props = { lines: number; onOpen: () => void }

/** Lines that nobody changed, put away until somebody asks for them. */
export function FoldButton({ lines, onOpen }: Props) {
  const t = useTranslate()
  return (
    <Box component="span" sx={{ display: 'block', my: 2, whiteSpace: 'normal' }}>
      <Button
        fullWidth
        size="small"
        color="secondary"
        startIcon={<UnfoldMore />}
        onClick={onOpen}
        sx={{ bgcolor: 'canvas', fontSize: 12, justifyContent: 'flex-start', minHeight: { xs: 44, sm: 30 } }}
      >
        {t('resources.revisions.comparison.fold', { smart_count: lines })}
      </Button>
    </Box>
  )
}
