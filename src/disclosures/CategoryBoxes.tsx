import { Box, Checkbox, FormControlLabel } from '@mui/material'
import { useTranslate } from 'react-admin'
import type { Category } from '../../contract/disclosureChoices.ts'

type Props = {
  offered: readonly Category[]
  chosen: readonly Category[]
  onChange: (chosen: Category[]) => void
  isInvalid?: boolean
}

/** Kinds of data, each a box, in the order of the contract whatever the order of the clicks. */
export function CategoryBoxes({ offered, chosen, onChange, isInvalid = false }: Props) {
  const t = useTranslate()
  return (
    <Box
      sx={{
        mt: 1,
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: 'repeat(2, minmax(0, 1fr))' },
        columnGap: 4,
      }}
    >
      {offered.map((category) => (
        <FormControlLabel
          key={category}
          label={t(`choices.category.${category}`)}
          sx={{ minHeight: { xs: 44, sm: 32 }, mr: 0, '& .MuiCheckbox-root': { py: 1 } }}
          control={
            <Checkbox
              size="small"
              checked={chosen.includes(category)}
              onChange={(_, isOn) =>
                onChange(offered.filter((each) => (each === category ? isOn : chosen.includes(each))))
              }
              slotProps={{ input: isInvalid ? { 'aria-invalid': true } : {} }}
            />
          }
        />
      ))}
    </Box>
  )
}
