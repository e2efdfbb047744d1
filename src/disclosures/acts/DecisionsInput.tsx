import { Stack } from '@mui/material'
import { useInput, useTranslate } from 'react-admin'
import { get, useFormState } from 'react-hook-form'
import type { SubjectDecision } from '../../../contract/disclosureActs.ts'
import type { Disclosure } from '../../../contract/disclosures.ts'
import { DecisionInput } from '../DecisionInput.tsx'

/** Everybody of the request with their decision, changed with one click each. */
export function DecisionsInput({ disclosure }: { disclosure: Disclosure }) {
  const t = useTranslate()
  const { field } = useInput({ source: 'decisions', format: (value: unknown) => value })
  const { errors } = useFormState()
  const decisions: SubjectDecision[] = Array.isArray(field.value) ? field.value : []
  return (
    <Stack
      component="ul"
      aria-label={t('resources.disclosures.fields.subjects')}
      sx={{ m: 0, p: 0, listStyle: 'none', border: 1, borderColor: 'divider', borderRadius: 1 }}
    >
      {decisions.map((decision, index) => {
        const subject = disclosure.subjects.find(({ id }) => id === decision.subjectId)
        if (!subject) return null
        return (
          <DecisionInput
            key={subject.id}
            subject={subject}
            request={disclosure}
            value={decision}
            plain
            faults={get(errors, `decisions.${index}`)}
            onChange={(next) =>
              field.onChange(decisions.map((each, place) => (place === index ? next : each)))
            }
          />
        )
      })}
    </Stack>
  )
}
