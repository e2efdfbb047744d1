import { ToggleButton, ToggleButtonGroup } from '@mui/material'
import { useInput, useTranslate } from 'react-admin'
import { disclosureKinds } from '../../../contract/disclosureChoices.ts'

/** What is asked of us: data, data in an emergency, or to keep data. */
export function KindInput() {
  const t = useTranslate()
  const { field } = useInput({ source: 'kind' })
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={field.value}
      onChange={(_, kind: string | null) => {
        if (kind) field.onChange(kind)
      }}
      aria-label={t('resources.disclosures.fields.kind')}
      sx={{ bgcolor: 'background.paper', alignSelf: 'flex-start' }}
    >
      {disclosureKinds.map((kind) => (
        <ToggleButton
          key={kind}
          value={kind}
          sx={{
            px: { xs: 2, sm: 4 },
            minHeight: { xs: 44, sm: 36 },
            py: 0,
            textTransform: 'none',
            '&.Mui-selected, &.Mui-selected:hover': {
              color: 'primary.main',
              bgcolor: 'info.light',
              fontWeight: 600,
            },
          }}
        >
          {t(`choices.disclosureKind.${kind}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
