import { Stack, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { requirementFields } from '../../contract/settings.ts'
import { LevelInput, type MatrixProps, WordsInput } from './RequirementInputs.tsx'

/** The matrix where it is narrow: one field under the other. */
export function RequirementStack(props: MatrixProps) {
  const t = useTranslate()
  return (
    <Stack spacing={6}>
      {requirementFields.map((field) => (
        <Stack key={field} spacing={props.isEditable ? 3 : 1}>
          <Typography variant="h3">{t(`resources.settings.field.${field}`)}</Typography>
          <LevelInput {...props} field={field} isLabelled />
          <WordsInput {...props} field={field} part="label" isLabelled />
          <WordsInput {...props} field={field} part="why" isLabelled />
        </Stack>
      ))}
    </Stack>
  )
}
