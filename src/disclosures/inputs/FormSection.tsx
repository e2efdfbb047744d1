import { Box, Typography } from '@mui/material'
import { type ReactNode, useId } from 'react'
import { useTranslate } from 'react-admin'

/** A part of the form: what it asks at the left, the fields in six columns at the right. */
export function FormSection({ name, children }: { name: string; children: ReactNode }) {
  const t = useTranslate()
  const id = useId()
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '200px minmax(0, 1fr)' },
        columnGap: 8,
        rowGap: 3,
        p: { xs: 4, md: 6 },
        '&:not(:first-of-type)': { borderTop: 1, borderColor: 'divider' },
      }}
    >
      <Box>
        <Typography id={id} variant="h2">
          {t(`resources.disclosures.form.${name}`)}
        </Typography>
        <Typography variant="caption" color="textSecondary" component="p" sx={{ m: 0, mt: 1 }}>
          {t(`resources.disclosures.form.${name}_says`)}
        </Typography>
      </Box>
      <FieldGrid>{children}</FieldGrid>
    </Box>
  )
}

export const FieldGrid = ({ children }: { children: ReactNode }) => (
  <Box
    sx={{
      display: 'grid',
      gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(6, minmax(0, 1fr))' },
      gap: 4,
      alignItems: 'start',
      alignContent: 'start',
    }}
  >
    {children}
  </Box>
)
