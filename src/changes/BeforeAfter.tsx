import { Box } from '@mui/material'
import { useTranslate } from 'react-admin'
import { hiddenFromEyes } from '../fields/hiddenFromEyes.ts'
import { ValueWord } from './ValueWord.tsx'

type Props = { noun: string; field: string; before: string | null; after: string | null }

/** From what to what. */
export function BeforeAfter({ noun, field, before, after }: Props) {
  const t = useTranslate()
  return (
    <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
      <ValueWord noun={noun} field={field} value={before} />
      <span aria-hidden="true"> → </span>
      <Box component="span" sx={hiddenFromEyes}>{` ${t('changes.became')} `}</Box>
      <ValueWord noun={noun} field={field} value={after} />
    </Box>
  )
}
