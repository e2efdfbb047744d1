import { MenuItem, TextField } from '@mui/material'
import { useGetList, useTranslate } from 'react-admin'
import { useController, useFormContext } from 'react-hook-form'
import { type Policy, policyKeys } from '../../contract/policies.ts'

const other = 'other'

/** The kinds that most shops have; picking one writes its usual title and address, which may still be changed. */
export function KindInput() {
  const t = useTranslate()
  const { setValue } = useFormContext()
  const { field } = useController({ name: 'kind', defaultValue: '' })
  const { data = [] } = useGetList<Policy>('policies', {
    filter: { key: [...policyKeys] },
    pagination: { page: 1, perPage: policyKeys.length },
  })
  const taken = new Set(data.map(({ key }) => key))

  function pick(kind: string) {
    field.onChange(kind)
    const key = policyKeys.find((each) => each === kind)
    setValue('key', key ?? '', { shouldDirty: true })
    setValue('title', key ? t(`resources.policies.kinds.${key}`) : '', { shouldDirty: true })
  }

  return (
    <TextField
      select
      label={t('resources.policies.kind')}
      value={field.value}
      onChange={({ target }) => pick(target.value)}
      inputRef={field.ref}
      autoFocus
      fullWidth
    >
      {policyKeys.map((key) => (
        <MenuItem key={key} value={key} disabled={taken.has(key)}>
          {t(`resources.policies.kinds.${key}`)}
          {taken.has(key) && ` · ${t('resources.policies.kind_taken')}`}
        </MenuItem>
      ))}
      <MenuItem value={other}>{t('resources.policies.kinds.other')}</MenuItem>
    </TextField>
  )
}
