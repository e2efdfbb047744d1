import { Alert, Box, Card, Stack } from '@mui/material'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Form, setSubmissionErrors, useTranslate } from 'react-admin'
import { type FieldErrors, type FieldValues, useFormContext } from 'react-hook-form'
import { CardStatement } from '../acts/CardStatement.tsx'
import { useFailureText } from '../errors/useFailureText.ts'
import { problemOf } from '../problem.ts'
import { focusField, focusFirstFault } from './focusFirstFault.ts'
import { KindInput } from './inputs/KindInput.tsx'

/** Saves in one of the form's ways; throws what the server refused. */
type Submit = (save: (values: FieldValues) => Promise<void>) => void

type Props = {
  defaults: FieldValues
  check: (values: FieldValues) => Record<string, unknown>
  wanted?: string | null
  children: ReactNode
  /** What stands in the bar at the foot. */
  foot: (form: { submit: Submit; isSaving: boolean; failure: unknown }) => ReactNode
}

/** The form of a request. What the server refuses stands at its fields, and nothing typed is lost. */
export const RequestForm = ({ defaults, check, ...inner }: Props) => (
  <Form
    resource="disclosures"
    record={{}}
    defaultValues={defaults}
    validate={check}
    shouldFocusError={false}
    disableInvalidFormNotification
    warnWhenUnsavedChanges
    noValidate
  >
    <Fields {...inner} />
  </Form>
)

function Fields({ wanted = null, children, foot }: Omit<Props, 'defaults' | 'check'>) {
  const t = useTranslate()
  const failureText = useFailureText()
  const { handleSubmit, setError, formState } = useFormContext()
  const place = useRef<HTMLDivElement>(null)
  const [failure, setFailure] = useState<unknown>(null)
  useEffect(() => {
    if (wanted) focusField(place.current, wanted)
  }, [wanted])

  const faults = countFaults(formState.errors)
  const toFault = () => focusFirstFault(place.current)
  const submit: Submit = (save) => {
    const send = handleSubmit(async (values) => {
      setFailure(null)
      try {
        await save(values)
      } catch (error) {
        setFailure(error)
        const { root, ...fields } = problemOf(error)?.errors ?? {}
        setSubmissionErrors({ ...fields, root: root ?? { serverError: failureText(error) } }, setError)
        toFault()
      }
    }, toFault)
    void send()
  }

  return (
    <Box ref={place} sx={{ maxWidth: 1040 }}>
      <Stack spacing={4}>
        <KindInput />
        {children}
      </Stack>
      <Card
        sx={{
          position: 'sticky',
          bottom: 0,
          zIndex: 2,
          mx: { xs: -3, sm: 0 },
          mt: 4,
          borderRadius: { xs: 0, sm: 1 },
          px: { xs: 3, sm: 6 },
          py: 3,
        }}
      >
        <Box sx={{ '& > *': { mb: 3 } }}>
          <CardStatement />
        </Box>
        {(failure !== null || faults > 0) && (
          <Alert severity="error" sx={{ mb: 3 }}>
            {failure === null || faults > 1
              ? t('resources.disclosures.form.faults', { smart_count: faults })
              : failureText(failure)}
          </Alert>
        )}
        <Box
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'center',
            gap: 2,
            '& .MuiButton-root': { minHeight: { xs: 44, sm: 36 }, flex: { xs: 1, sm: 'none' } },
          }}
        >
          {foot({ submit, isSaving: formState.isSubmitting, failure })}
        </Box>
      </Card>
    </Box>
  )
}

/** How many fields have a sentence beside them; what concerns the whole form is none of them. */
function countFaults({ root: _, ...errors }: FieldErrors): number {
  const leaves = (place: unknown): number => {
    if (place === null || typeof place !== 'object') return 0
    return 'message' in place
      ? 1
      : Object.values(place).reduce((sum: number, inner) => sum + leaves(inner), 0)
  }
  return leaves(errors)
}
