import { Box, FormHelperText, List, Typography } from '@mui/material'
import { useInput, useTranslate, ValidationError } from 'react-admin'
import { get, useFormState } from 'react-hook-form'
import type { SubjectValue } from '../formValues.ts'
import { CustomerPicker } from './CustomerPicker.tsx'
import { pickedSubject } from './pickedSubject.ts'
import { SubjectLine } from './SubjectLine.tsx'

/** Whom the request is about: customers found by search, one after the other, or words as the agency gave them. */
export function SubjectsInput() {
  const t = useTranslate()
  const { field, fieldState } = useInput({ source: 'subjects', format: (value: unknown) => value })
  const { errors } = useFormState()
  const subjects: SubjectValue[] = Array.isArray(field.value) ? field.value : []
  const message = fieldState.error?.message
  const replace = (index: number, next: SubjectValue) =>
    field.onChange(subjects.map((each, place) => (place === index ? next : each)))

  return (
    <Box data-field="subjects" sx={{ gridColumn: '1 / -1', minWidth: 0 }}>
      <CustomerPicker
        label="resources.disclosures.subjects.add"
        taken={subjects.flatMap(({ customerId }) => customerId ?? [])}
        isInvalid={Boolean(message)}
        onPick={(customer, address) => field.onChange([...subjects, pickedSubject(customer, address)])}
        onGiven={(identifier) => field.onChange([...subjects, givenSubject(identifier)])}
      />
      {message && (
        <FormHelperText error>
          <ValidationError error={message} />
        </FormHelperText>
      )}
      {subjects.length === 0 ? (
        <Typography variant="caption" color="textSecondary" component="p" sx={{ mt: 2, mb: 0 }}>
          {t('resources.disclosures.subjects.nobody')}
        </Typography>
      ) : (
        <List disablePadding aria-label={t('resources.disclosures.fields.subjects')} sx={{ mt: 3 }}>
          {subjects.map((subject, index) => (
            <SubjectLine
              key={subject.id ?? subject.customerId ?? subject.identifier}
              subject={subject}
              fault={faultOf(get(errors, `subjects.${index}`))}
              taken={subjects.flatMap(({ customerId }) => customerId ?? [])}
              onChange={(next) => replace(index, next)}
              onRemove={() => field.onChange(subjects.filter((_, place) => place !== index))}
            />
          ))}
        </List>
      )}
    </Box>
  )
}

function givenSubject(identifier: string): SubjectValue {
  return { customerId: null, customer: null, identifier, matchConfidence: 'none' }
}

/** The first sentence about one of the people, whichever of their fields it stands at. */
function faultOf(faults: unknown): string | null {
  if (faults === null || typeof faults !== 'object') return null
  for (const fault of Object.values(faults)) {
    const message: unknown = get(fault, 'message.message') ?? get(fault, 'message')
    if (typeof message === 'string') return message
  }
  return null
}
