import { Alert, Box, Button, Card, Stack, Typography } from '@mui/material'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { CanAccess, Form, LinkBase, useDataProvider, useNavigate, useNotify, useTranslate } from 'react-admin'
import type { FieldValues } from 'react-hook-form'
import { CreatePolicy, type Policy } from '../../contract/policies.ts'
import { filledIn, formErrors } from '../acts/formErrors.ts'
import type { StewardProvider } from '../dataProvider.ts'
import { NoAccessPage } from '../errors/NoAccessPage.tsx'
import { useFailureText } from '../errors/useFailureText.ts'
import { useIdempotencyKey } from '../idempotencyKey.ts'
import { PageHeader } from '../layout/PageHeader.tsx'
import { PageSkeleton } from '../layout/PageSkeleton.tsx'
import { problemOf } from '../problem.ts'
import { PolicyInputs } from './PolicyInputs.tsx'

export const PolicyCreate = () => (
  <CanAccess resource="policies" action="create" loading={<PageSkeleton />} accessDenied={<NoAccessPage />}>
    <NewPolicy />
  </CanAccess>
)

function NewPolicy() {
  const t = useTranslate()
  const navigate = useNavigate()
  const notify = useNotify()
  const failureText = useFailureText()
  const queryClient = useQueryClient()
  const provider = useDataProvider<StewardProvider>()
  const idempotencyKey = useIdempotencyKey()
  const [failure, setFailure] = useState<unknown>(null)

  async function submit(values: FieldValues) {
    setFailure(null)
    try {
      const { data } = await provider.create<Policy>('policies', {
        data: filledIn(values),
        meta: { idempotencyKey },
      })
      void queryClient.invalidateQueries({ queryKey: ['policies'] })
      notify('resources.policies.created', { type: 'success', messageArgs: { title: data.title } })
      navigate(`/policies/${data.id}/show`)
      return undefined
    } catch (error) {
      setFailure(error)
      return problemOf(error)?.errors
    }
  }

  return (
    <>
      <PageHeader
        title={t('resources.policies.create')}
        parent={{ to: '/policies', label: t('resources.policies.name', { smart_count: 2 }) }}
      />
      <Form
        record={{}}
        onSubmit={submit}
        validate={(values) => formErrors(CreatePolicy, filledIn(values))}
        warnWhenUnsavedChanges
        disableInvalidFormNotification
        noValidate
      >
        <Card sx={{ maxWidth: 640, p: { xs: 4, sm: 6 } }}>
          <Stack spacing={4}>
            <Typography color="textSecondary">{t('resources.policies.create_says')}</Typography>
            <PolicyInputs />
            {failure !== null && <Alert severity="error">{failureText(failure)}</Alert>}
            <Box sx={{ display: 'flex', gap: 2, '& .MuiButton-root': { minHeight: { xs: 44, sm: 36 } } }}>
              <Button type="submit" variant="contained">
                {t('resources.policies.create_do')}
              </Button>
              <Button component={LinkBase} to="/policies" color="secondary">
                {t('acts.cancel')}
              </Button>
            </Box>
          </Stack>
        </Card>
      </Form>
    </>
  )
}
