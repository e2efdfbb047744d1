import { Alert, Box, Button, Card, Stack, Typography } from '@mui/material'
import { type ReactNode, useState } from 'react'
import { Form, LinkBase, useTranslate } from 'react-admin'
import type { FieldValues } from 'react-hook-form'
import { CardStatement } from '../acts/CardStatement.tsx'
import { useFailureText } from '../errors/useFailureText.ts'
import { problemOf } from '../problem.ts'

type Props = {
  says: string
  verb: string
  back: string
  defaults: FieldValues
  check: (values: FieldValues) => Record<string, unknown>
  /** Throws what the server refused; what is typed stays. */
  onSubmit: (values: FieldValues) => Promise<void>
  /** What else there is to say of a refusal. */
  afterFailure?: (failure: unknown) => ReactNode
  children: ReactNode
}

/** The settings of a policy, new or not: a few fields, the verb, and a way back. */
export function PolicyForm(props: Props) {
  const { says, verb, back, defaults, check, onSubmit, afterFailure, children } = props
  const t = useTranslate()
  const failureText = useFailureText()
  const [failure, setFailure] = useState<unknown>(null)
  const [isSaving, setSaving] = useState(false)

  async function submit(values: FieldValues) {
    setFailure(null)
    setSaving(true)
    try {
      await onSubmit(values)
      return undefined
    } catch (error) {
      setFailure(error)
      return problemOf(error)?.errors
    } finally {
      setSaving(false)
    }
  }

  return (
    <Form
      record={{}}
      defaultValues={defaults}
      onSubmit={submit}
      validate={check}
      warnWhenUnsavedChanges
      disableInvalidFormNotification
      noValidate
    >
      <Card sx={{ maxWidth: 640, p: { xs: 4, sm: 6 } }}>
        <Stack spacing={4}>
          <Typography color="textSecondary">{says}</Typography>
          {children}
          <CardStatement />
          {failure !== null && (
            <Alert severity="error">
              {failureText(failure)}
              {afterFailure?.(failure)}
            </Alert>
          )}
          <Box sx={{ display: 'flex', gap: 2, '& .MuiButton-root': { minHeight: { xs: 44, sm: 36 } } }}>
            <Button type="submit" variant="contained" disabled={isSaving}>
              {verb}
            </Button>
            <Button component={LinkBase} to={back} color="secondary">
              {t('acts.cancel')}
            </Button>
          </Box>
        </Stack>
      </Card>
    </Form>
  )
}
