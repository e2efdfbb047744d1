import Download from '@mui/icons-material/FileDownloadOutlined'
import { Button } from '@mui/material'
import { useTranslate } from 'react-admin'
import type { Batch, DryRun } from '../../contract/batches.ts'
import { NotFoundPage } from '../errors/NotFoundPage.tsx'
import { StateChip } from '../fields/StateChip.tsx'
import { PageHeader } from '../layout/PageHeader.tsx'
import { RecordColumns, RecordPage } from '../layout/RecordPage.tsx'
import { BatchActs } from './BatchActs.tsx'
import { FactsCard } from './FactsCard.tsx'
import { ItemsCard } from './ItemsCard.tsx'
import { ProgressCard } from './ProgressCard.tsx'
import { useBatchName } from './useBatchName.ts'
import { useKeepFresh } from './useKeepFresh.ts'

export const BatchShow = () => (
  <RecordPage<Batch | DryRun> noun="batches">
    {(record) => ('state' in record ? <BatchPage batch={record} /> : <NotFoundPage />)}
  </RecordPage>
)

function BatchPage({ batch }: { batch: Batch }) {
  const t = useTranslate()
  const nameOf = useBatchName()
  const isLive = useKeepFresh(batch)
  const { id, state } = batch
  return (
    <>
      <PageHeader
        title={nameOf(batch)}
        parent={{ to: '/batches', label: t('resources.batches.name', { smart_count: 2 }) }}
        beside={<StateChip kind="batch" state={state} />}
        actions={
          <>
            <BatchActs batch={batch} />
            <Button
              component="a"
              href={`/api/batches/${id}/result.csv`}
              download
              variant="outlined"
              color="secondary"
              startIcon={<Download />}
            >
              {t('resources.batches.result')}
            </Button>
          </>
        }
      />
      <RecordColumns side={<FactsCard batch={batch} />}>
        <ProgressCard batch={batch} />
        <ItemsCard batch={batch} isLive={isLive} />
      </RecordColumns>
    </>
  )
}
