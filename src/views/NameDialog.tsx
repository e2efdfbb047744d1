import { Alert, Box, Checkbox, FormControlLabel } from '@mui/material'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useDataProvider, useInput, useNotify, useTranslate } from 'react-admin'
import type { FieldValues } from 'react-hook-form'
import { CreateView, EditView, type View, type ViewNoun } from '../../contract/views.ts'
import { FormDialog } from '../acts/FormDialog.tsx'
import { formErrors } from '../acts/formErrors.ts'
import { LineInput } from '../acts/LineInput.tsx'
import { useSending } from '../acts/useSending.ts'
import { withStatement } from '../acts/withStatement.ts'
import { newKey } from '../idempotencyKey.ts'
import { useSearchTerm } from '../lists/useSearchTerm.ts'
import type { Standing } from '../lists/views/standing.ts'
import { useMay } from '../session/useMay.ts'

type Props = { noun: ViewNoun; onClose: () => void; onSaved?: (id: string) => void } & (
  | { standing: Standing; view?: undefined }
  | { standing?: undefined; view: View }
)

/** A name for the list as it stands, or another one for a view that is there. */
export function NameDialog({ noun, standing, view, onClose, onSaved }: Props) {
  const t = useTranslate()
  const may = useMay()
  const notify = useNotify()
  const provider = useDataProvider()
  const queryClient = useQueryClient()
  const [term] = useSearchTerm(noun)
  const [key] = useState(newKey)
  const words = view ? 'views.renaming' : 'views.saving'
  const bodyOf = ({ name, shared, ...values }: FieldValues) =>
    withStatement(
      values,
      view ? { version: view.version, name } : { noun, ...standing, name, shared: shared === true },
    )

  const sending = useSending(async (values) => {
    if (view) {
      await provider.update('views', {
        id: view.id,
        data: withStatement(values, { name: values.name }),
        previousData: view,
      })
    } else {
      const { data } = await provider.create('views', {
        data: bodyOf(values),
        meta: { idempotencyKey: key },
      })
      onSaved?.(data.id)
    }
    await queryClient.invalidateQueries({ queryKey: ['views'] })
    onClose()
    notify(`${words}.done`, { type: 'success', messageArgs: { name: values.name } })
  })

  return (
    <FormDialog
      title={t(`${words}.title`, { name: view?.name })}
      says={t(`${words}.says`)}
      confirm={t(`${words}.do`)}
      maxWidth="xs"
      defaults={{ name: view?.name ?? '', shared: false }}
      check={(values) => formErrors(view ? EditView : CreateView, bodyOf(values))}
      sending={sending}
      onClose={onClose}
    >
      <LineInput source="name" label="resources.views.fields.name" autoFocus />
      {!view && may('views', 'share') && <SharedInput />}
      {!view && term !== '' && <Alert severity="info">{t('views.without_search')}</Alert>}
    </FormDialog>
  )
}

function SharedInput() {
  const t = useTranslate()
  const { field } = useInput({
    source: 'shared',
    format: (value: unknown) => value,
    parse: (value: unknown) => value,
  })
  return (
    <Box>
      <FormControlLabel
        label={t('views.share_it')}
        control={
          <Checkbox
            size="small"
            checked={field.value === true}
            onChange={(_, isOn) => field.onChange(isOn)}
            slotProps={{ input: { ref: field.ref } }}
          />
        }
      />
    </Box>
  )
}
