import { Box } from '@mui/material'
import { CopyButton } from './CopyButton.tsx'

/** A reference as people read it out, with a button that copies it. */
export const ReferenceText = ({ value }: { value: string }) => (
  <Box component="span" className="tabular" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5 }}>
    {value}
    <CopyButton value={value} />
  </Box>
)
