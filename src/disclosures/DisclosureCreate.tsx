import { Button, Typography } from '@mui/material'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useDataProvider, useNavigate, useNotify, useTranslate } from 'react-admin'
import type { FieldValues } from 'react-hook-form'
import { CreateDisclosure } from '../../contract/disclosureActs.ts'
import type { Disclosure } from '../../contract/disclosures.ts'
import { filledIn, formErrors } from '../acts/formErrors.ts'
import { withStatement } from '../acts/withStatement.ts'
import type { StewardProvider } from '../dataProvider.ts'
import { OnlyWhoMay } from '../errors/OnlyWhoMay.tsx'
import { useIdempotencyKey } from '../idempotencyKey.ts'
import { PageHeader } from '../layout/PageHeader.tsx'
import { hasCode } from '../problem.ts'
import { useMe } from '../session/useMe.ts'
import { DisclosureInputs } from './DisclosureInputs.tsx'
import { bodyOf, newRequest } from './formValues.ts'
import { RequestForm } from './RequestForm.tsx'

export const DisclosureCreate = () => (
  <OnlyWhoMay noun="disclosures" action="create">
    <NewRequest />
  </OnlyWhoMay>
)

const draftOf = (values: FieldValues) => withStatement(values, filledIn(bodyOf(values)))
const check = (values: FieldValues) => formErrors(CreateDisclosure, draftOf(values))

function NewRequest() {
  const t = useTranslate()
  const me = useMe()
  const navigate = useNavigate()
  const notify = useNotify()
  const queryClient = useQueryClient()
  const provider = useDataProvider<StewardProvider>()
  const idempotencyKey = useIdempotencyKey()
  const [defaults] = useState(() => newRequest(new Date()))

  async function create(body: object): Promise<Disclosure> {
    const { data } = await provider.create<Disclosure>('disclosures', {
      data: body,
      meta: { idempotencyKey },
    })
    void queryClient.invalidateQueries({ queryKey: ['disclosures'] })
    navigate(`/disclosures/${data.id}/show`)
    return data
  }

  async function keep(values: FieldValues) {
    await create(draftOf(values))
    notify('resources.disclosures.form.kept', { type: 'success' })
  }

  const log = (acknowledgeOverdue: boolean) => async (values: FieldValues) => {
    const options = {
      assignTo: values.assignTo || me?.id,
      ...(acknowledgeOverdue ? { acknowledgeOverdue } : {}),
    }
    const { reference } = await create({ ...draftOf(values), log: options })
    notify('resources.disclosures.form.logged', { type: 'success', messageArgs: { reference } })
  }

  return (
    <>
      <PageHeader
        title={t('resources.disclosures.new')}
        parent={{ to: '/disclosures', label: t('resources.disclosures.name', { smart_count: 2 }) }}
      />
      <RequestForm
        defaults={defaults}
        check={check}
        foot={({ submit, isSaving, failure }) => (
          <>
            {hasCode(failure, 'DUE_IN_PAST') ? (
              <Button variant="contained" disabled={isSaving} onClick={() => submit(log(true))}>
                {t('resources.disclosures.form.log_overdue')}
              </Button>
            ) : (
              <Button variant="contained" disabled={isSaving} onClick={() => submit(log(false))}>
                {t('acts.disclosures.log.name')}
              </Button>
            )}
            <Button variant="outlined" disabled={isSaving} onClick={() => submit(keep)}>
              {t('resources.disclosures.form.keep')}
            </Button>
            <Typography
              variant="caption"
              color="textSecondary"
              sx={{ display: { xs: 'none', sm: 'block' }, flex: '1 1 240px' }}
            >
              {t('resources.disclosures.form.log_says')}
            </Typography>
          </>
        )}
      >
        <DisclosureInputs offersAssignee />
      </RequestForm>
    </>
  )
}
