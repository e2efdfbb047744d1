import { Alert, Button } from '@mui/material'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { LinkBase, useDataProvider, useLocation, useNavigate, useNotify, useTranslate } from 'react-admin'
import type { FieldValues } from 'react-hook-form'
import { EditDisclosure } from '../../contract/disclosureActs.ts'
import type { Disclosure } from '../../contract/disclosures.ts'
import { formErrors } from '../acts/formErrors.ts'
import { withStatement } from '../acts/withStatement.ts'
import { changedFields } from '../changedFields.ts'
import type { StewardProvider } from '../dataProvider.ts'
import { OnlyWhoMay } from '../errors/OnlyWhoMay.tsx'
import { PageHeader } from '../layout/PageHeader.tsx'
import { RecordPage, whole } from '../layout/RecordPage.tsx'
import { hasCode } from '../problem.ts'
import { ChangedMeanwhile } from './ChangedMeanwhile.tsx'
import { DisclosureInputs } from './DisclosureInputs.tsx'
import { bodyOf, valuesOf } from './formValues.ts'
import { RequestForm } from './RequestForm.tsx'
import { useRequestName } from './useRequestName.ts'

export const DisclosureEdit = () => (
  <OnlyWhoMay noun="disclosures" action="edit">
    <RecordPage<Disclosure> noun="disclosures">
      {(disclosure) => <EditPage key={disclosure.id} disclosure={disclosure} />}
    </RecordPage>
  </OnlyWhoMay>
)

function EditPage({ disclosure }: { disclosure: Disclosure }) {
  const t = useTranslate()
  const nameOf = useRequestName()
  const page = `/disclosures/${disclosure.id}/show`
  const name = nameOf(disclosure)
  const refusal = disclosure.acts.edit ?? null
  return (
    <>
      <PageHeader title={t('resources.disclosures.edit_of', { name })} parent={{ to: page, label: name }} />
      {refusal === null ? (
        <EditForm opened={disclosure} page={page} name={name} />
      ) : (
        <Alert
          severity="info"
          action={
            <Button component={LinkBase} to={page} color="inherit">
              {t('resources.disclosures.back')}
            </Button>
          }
        >
          {refusal}
        </Alert>
      )}
    </>
  )
}

type Props = { opened: Disclosure; page: string; name: string }

function EditForm({ opened, page, name }: Props) {
  const t = useTranslate()
  const navigate = useNavigate()
  const notify = useNotify()
  const { state } = useLocation()
  const queryClient = useQueryClient()
  const provider = useDataProvider<StewardProvider>()
  // The record may be read anew underneath; what the typist began with stays what they are compared with.
  const [base, setBase] = useState(opened)
  const [fresh, setFresh] = useState<Disclosure | null>(null)
  const [defaults] = useState(() => valuesOf(opened))
  const before = { ...bodyOf(valuesOf(base)), version: base.version }

  const check = (values: FieldValues) =>
    formErrors(
      EditDisclosure,
      withStatement(values, { ...changedFields(before, bodyOf(values)), version: base.version }),
    )

  const saveOver = (base: Disclosure) => async (values: FieldValues) => {
    const previousData = { id: base.id, ...bodyOf(valuesOf(base)), version: base.version }
    try {
      await provider.update('disclosures', {
        id: base.id,
        data: withStatement(values, bodyOf(values)),
        previousData,
      })
    } catch (error) {
      if (hasCode(error, 'VERSION_CONFLICT')) {
        const { data } = await provider.getOne<Disclosure>('disclosures', { id: base.id, meta: whole })
        setFresh(data)
      }
      throw error
    }
    await queryClient.invalidateQueries({ queryKey: ['disclosures'] })
    void queryClient.invalidateQueries({ queryKey: ['events'] })
    notify('resources.disclosures.form.saved', { type: 'success', messageArgs: { name } })
    navigate(page)
  }

  return (
    <RequestForm
      defaults={defaults}
      check={check}
      wanted={typeof state?.field === 'string' ? state.field : null}
      foot={({ submit, isSaving, failure }) => (
        <>
          {fresh && hasCode(failure, 'VERSION_CONFLICT') && (
            <ChangedMeanwhile
              {...{ base, fresh, failure }}
              pending={isSaving}
              onDecided={() => {
                setBase(fresh)
                setFresh(null)
                submit(saveOver(fresh))
              }}
              onClose={() => setFresh(null)}
            />
          )}
          <Button variant="contained" disabled={isSaving} onClick={() => submit(saveOver(base))}>
            {t('resources.disclosures.form.save')}
          </Button>
          <Button component={LinkBase} to={page} color="secondary">
            {t('acts.cancel')}
          </Button>
        </>
      )}
    >
      <DisclosureInputs wanted={typeof state?.field === 'string' ? state.field : null} />
    </RequestForm>
  )
}
