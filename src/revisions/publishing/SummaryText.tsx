import { Box, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'

type Props = { text: string | null; label: string }

/** The summary that goes with the text; another one would need another approval. `label` is a key of the catalogue. */
export function SummaryText({ text, label }: Props) {
  const t = useTranslate()
  return (
    <Box>
      <Typography variant="caption" color="textSecondary" component="p" sx={{ m: 0 }}>
        {t(label)}
      </Typography>
      <bdi style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text}</bdi>
    </Box>
  )
}
