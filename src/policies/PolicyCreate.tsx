import { useQueryClient } from '@tanstack/react-query'
import { useDataProvider, useNavigate, useNotify, useTranslate } from 'react-admin'
import type { FieldValues } from 'react-hook-form'
import { CreatePolicy, type Policy } from '../../contract/policies.ts'
import { filledIn, formErrors } from '../acts/formErrors.ts'
import { withStatement } from '../acts/withStatement.ts'
import type { StewardProvider } from '../dataProvider.ts'
import { OnlyWhoMay } from '../errors/OnlyWhoMay.tsx'
import { useIdempotencyKey } from '../idempotencyKey.ts'
import { PageHeader } from '../layout/PageHeader.tsx'
import { KindInput } from './KindInput.tsx'
import { PolicyForm } from './PolicyForm.tsx'
import { KeyInput, PolicyInputs } from './PolicyInputs.tsx'

export const PolicyCreate = () => (
  <OnlyWhoMay noun="policies" action="create">
    <NewPolicy />
  </OnlyWhoMay>
)

const empty = { title: '', key: '', contactEmail: '', language: 'en' }
/** Which kind was picked fills the other fields, and is none itself. */
const bodyOf = ({ kind: _, ...values }: FieldValues) => withStatement(values, filledIn(values))

function NewPolicy() {
  const t = useTranslate()
  const navigate = useNavigate()
  const notify = useNotify()
  const queryClient = useQueryClient()
  const provider = useDataProvider<StewardProvider>()
  const idempotencyKey = useIdempotencyKey()

  async function submit(values: FieldValues) {
    const { data } = await provider.create<Policy>('policies', {
      data: bodyOf(values),
      meta: { idempotencyKey },
    })
    void queryClient.invalidateQueries({ queryKey: ['policies'] })
    notify('resources.policies.created', { type: 'success', messageArgs: { title: data.title } })
    navigate(`/policies/${data.id}/show`)
  }

  return (
    <>
      <PageHeader
        title={t('resources.policies.create')}
        parent={{ to: '/policies', label: t('resources.policies.name', { smart_count: 2 }) }}
      />
      <PolicyForm
        says={t('resources.policies.create_says')}
        verb={t('resources.policies.create_do')}
        back="/policies"
        defaults={empty}
        check={(values) => formErrors(CreatePolicy, bodyOf(values))}
        onSubmit={submit}
      >
        <KindInput />
        <PolicyInputs>
          <KeyInput />
        </PolicyInputs>
      </PolicyForm>
    </>
  )
}
