import { Stack } from '@mui/material'
import { useCallback, useState } from 'react'
import { useGetList, useTranslate } from 'react-admin'
import type { Setting, SettingKey } from '../../contract/settings.ts'
import { ErrorState } from '../errors/ErrorState.tsx'
import { PageHeader } from '../layout/PageHeader.tsx'
import { PageSkeleton } from '../layout/PageSkeleton.tsx'
import { useMay } from '../session/useMay.ts'
import { DeactivationCard } from './DeactivationCard.tsx'
import { PublishingCard } from './PublishingCard.tsx'
import { RequirementsCard } from './RequirementsCard.tsx'
import type { OnDirty } from './SettingCard.tsx'
import { UnsavedGuard } from './UnsavedGuard.tsx'

/** What a manager decides for the whole shop; everybody else reads it. */
export function SettingsPage() {
  const t = useTranslate()
  const may = useMay()
  const [dirty, setDirty] = useState<readonly SettingKey[]>([])
  const { data, error, isPending, refetch } = useGetList<Setting>('settings', {
    pagination: { page: 1, perPage: 25 },
    sort: { field: 'key', order: 'ASC' },
  })
  const onDirty: OnDirty = useCallback((key, isDirty) => {
    setDirty((before) => [...before.filter((each) => each !== key), ...(isDirty ? [key] : [])])
  }, [])
  if (isPending) return <PageSkeleton />
  const of = <Key extends SettingKey>(key: Key) =>
    data?.find((setting): setting is Extract<Setting, { key: Key }> => setting.key === key)
  const [requirements, deactivation, publishing] = [of('requirements'), of('deactivation'), of('publishing')]
  return (
    <>
      <PageHeader
        title={t('resources.settings.name', { smart_count: 2 })}
        below={t(`resources.settings.${may('settings', 'edit') ? 'says' : 'read_only'}`)}
      />
      {error && !data && <ErrorState error={error} onRetry={() => refetch()} />}
      <Stack spacing={4}>
        {requirements && <RequirementsCard setting={requirements} onDirty={onDirty} />}
        {deactivation && <DeactivationCard setting={deactivation} onDirty={onDirty} />}
        {publishing && <PublishingCard setting={publishing} onDirty={onDirty} />}
      </Stack>
      <UnsavedGuard isDirty={dirty.length > 0} />
    </>
  )
}
