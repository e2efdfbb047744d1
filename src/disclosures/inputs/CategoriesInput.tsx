import { FormControl, FormHelperText, FormLabel } from '@mui/material'
import { useInput, useTranslate, ValidationError } from 'react-admin'
import type { Category } from '../../../contract/disclosureChoices.ts'
import { categories } from '../../../contract/disclosureChoices.ts'
import { CategoryBoxes } from '../CategoryBoxes.tsx'
import { labelOf } from './spanned.ts'

/** Nothing is ticked beforehand: what was not asked for is not given. */
export function CategoriesInput() {
  const t = useTranslate()
  const { field, fieldState } = useInput({ source: 'categories' })
  const chosen: Category[] = Array.isArray(field.value) ? field.value : []
  const message = fieldState.error?.message
  return (
    <FormControl
      component="fieldset"
      data-field="categories"
      error={Boolean(message)}
      sx={{ gridColumn: '1 / -1' }}
    >
      <FormLabel component="legend" sx={{ fontSize: 14, fontWeight: 500 }}>
        {t(labelOf('categories'))}
      </FormLabel>
      <CategoryBoxes
        offered={categories}
        chosen={chosen}
        onChange={field.onChange}
        isInvalid={Boolean(message)}
      />
      {message && (
        <FormHelperText sx={{ ml: 0 }}>
          <ValidationError error={message} />
        </FormHelperText>
      )}
    </FormControl>
  )
}
