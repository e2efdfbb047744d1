import { Stack, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { requirementFields } from '../../contract/settings.ts'
import { Fact, Facts } from '../fields/Facts.tsx'
import { LevelInput, type MatrixProps, WordsInput } from './RequirementInputs.tsx'

/** The matrix where it is narrow: one field under the other. */
export function RequirementStack(props: MatrixProps) {
  const t = useTranslate()
  const named = (part: string) => t(`resources.settings.requirements.${part}`)
  return (
    <Stack spacing={6}>
      {requirementFields.map((field) => (
        <Stack key={field} spacing={props.isEditable ? 3 : 1}>
          <Typography variant="h3">{t(`resources.settings.field.${field}`)}</Typography>
          {props.isEditable ? (
            <>
              <LevelInput {...props} field={field} isLabelled />
              <WordsInput {...props} field={field} part="label" isLabelled />
              <WordsInput {...props} field={field} part="why" isLabelled />
            </>
          ) : (
            <Facts>
              <Fact label={named('requirement')}>
                <LevelInput {...props} field={field} />
              </Fact>
              <Fact label={named('label')}>
                <WordsInput {...props} field={field} part="label" />
              </Fact>
              <Fact label={named('why')}>
                <WordsInput {...props} field={field} part="why" />
              </Fact>
            </Facts>
          )}
        </Stack>
      ))}
    </Stack>
  )
}
