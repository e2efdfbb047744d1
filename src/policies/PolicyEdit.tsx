import { Box, Typography } from '@mui/material'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useDataProvider, useNavigate, useNotify, useTranslate } from 'react-admin'
import type { FieldValues } from 'react-hook-form'
import { EditPolicy, type Policy } from '../../contract/policies.ts'
import { formErrors } from '../acts/formErrors.ts'
import { withStatement } from '../acts/withStatement.ts'
import { changedFields } from '../changedFields.ts'
import type { StewardProvider } from '../dataProvider.ts'
import { OnlyWhoMay } from '../errors/OnlyWhoMay.tsx'
import { PageHeader } from '../layout/PageHeader.tsx'
import { RecordPage, whole } from '../layout/RecordPage.tsx'
import { hasCode } from '../problem.ts'
import { PolicyForm } from './PolicyForm.tsx'
import { PolicyInputs } from './PolicyInputs.tsx'

export const PolicyEdit = () => (
  <OnlyWhoMay noun="policies" action="edit">
    <RecordPage<Policy> noun="policies">
      {(policy) => <EditPage key={policy.id} opened={policy} />}
    </RecordPage>
  </OnlyWhoMay>
)

const written = ['title', 'contactEmail', 'language'] as const
const settingsOf = (values: FieldValues) =>
  Object.fromEntries(written.map((field) => [field, String(values[field] ?? '').trim()]))

function EditPage({ opened }: { opened: Policy }) {
  const t = useTranslate()
  const navigate = useNavigate()
  const notify = useNotify()
  const queryClient = useQueryClient()
  const provider = useDataProvider<StewardProvider>()
  // What is typed is compared with what was read, until a colleague's save makes another version the one to start from.
  const [base, setBase] = useState(opened)
  const [defaults] = useState(() => settingsOf(opened))
  const page = `/policies/${opened.id}/show`

  async function submit(values: FieldValues) {
    try {
      const { data } = await provider.update<Policy>('policies', {
        id: base.id,
        data: withStatement(values, settingsOf(values)),
        previousData: base,
      })
      await queryClient.invalidateQueries({ queryKey: ['policies'] })
      void queryClient.invalidateQueries({ queryKey: ['events'] })
      notify('resources.policies.edited', { type: 'success', messageArgs: { title: data.title } })
      navigate(page)
    } catch (error) {
      if (hasCode(error, 'VERSION_CONFLICT')) {
        const { data } = await provider.getOne<Policy>('policies', { id: base.id, meta: whole })
        setBase(data)
      }
      throw error
    }
  }

  return (
    <>
      <PageHeader
        title={t('resources.policies.edit_of', { title: opened.title })}
        parent={{ to: page, label: opened.title }}
      />
      <PolicyForm
        says={t('resources.policies.edit_says', { path: opened.publicPath })}
        verb={t('resources.policies.edit_do')}
        back={page}
        defaults={defaults}
        check={(values) =>
          formErrors(
            EditPolicy,
            withStatement(values, { version: base.version, ...changedFields(base, settingsOf(values)) }),
          )
        }
        onSubmit={submit}
        afterFailure={(failure) =>
          hasCode(failure, 'VERSION_CONFLICT') && <SavedMeanwhile before={opened} now={base} />
        }
      >
        <PolicyInputs />
      </PolicyForm>
    </>
  )
}

/** What a colleague saved first, beside what stays typed: saving again is a decision, not an accident. */
function SavedMeanwhile({ before, now }: { before: Policy; now: Policy }) {
  const t = useTranslate()
  const fields = written.filter((field) => before[field] !== now[field])
  return (
    <Box component="ul" sx={{ mt: 2, mb: 0, pl: 5 }}>
      {fields.map((field) => (
        <li key={field}>
          <Typography component="span" sx={{ overflowWrap: 'anywhere' }}>
            {t(`resources.policies.fields.${field}`)}: <bdi>{now[field]}</bdi>
          </Typography>
        </li>
      ))}
    </Box>
  )
}
