import { Alert, Box, Stack } from '@mui/material'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Form, setSubmissionErrors } from 'react-admin'
import { type FieldValues, useFormContext } from 'react-hook-form'
import { useFailureText } from '../errors/useFailureText.ts'
import { problemOf } from '../problem.ts'
import { focusField, focusFirstFault } from './focusFirstFault.ts'
import { KindInput } from './inputs/KindInput.tsx'

/** Saves in one of the form's ways; throws what the server refused. */
export type Submit = (save: (values: FieldValues) => Promise<void>) => void

type Props = {
  defaults: FieldValues
  check: (values: FieldValues) => Record<string, unknown>
  wanted?: string | null
  children: ReactNode
  /** What stands in the bar at the foot. */
  foot: (form: { submit: Submit; isSaving: boolean; failure: unknown; dismiss: () => void }) => ReactNode
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
  const failureText = useFailureText()
  const { handleSubmit, setError, formState } = useFormContext()
  const place = useRef<HTMLDivElement>(null)
  const [failure, setFailure] = useState<unknown>(null)
  useEffect(() => {
    if (wanted) focusField(place.current, wanted)
  }, [wanted])

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
      <Box
        sx={{
          position: 'sticky',
          bottom: 0,
          zIndex: 2,
          mx: { xs: -3, sm: 0 },
          mt: 4,
          bgcolor: 'background.paper',
          border: { xs: 0, sm: 1 },
          borderTop: 1,
          borderColor: 'divider',
          borderRadius: { xs: 0, sm: 2 },
          px: { xs: 3, sm: 6 },
          py: 3,
        }}
      >
        {failure !== null && (
          <Alert severity="error" sx={{ mb: 3 }}>
            {failureText(failure)}
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
          {foot({ submit, isSaving: formState.isSubmitting, failure, dismiss: () => setFailure(null) })}
        </Box>
      </Box>
    </Box>
  )
}
