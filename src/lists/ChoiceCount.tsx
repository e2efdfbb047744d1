import { Box } from '@mui/material'
import { useGetList, useListContext, useTranslate } from 'react-admin'
import { hiddenFromEyes } from '../fields/hiddenFromEyes.ts'
import { sayTotal } from '../fields/sayTotal.ts'
import { useSearchTerm } from './useSearchTerm.ts'

const aWhile = 30_000

/** How many rows a choice would leave, beside the other filters: counted when its menu opens, past 10,000 nobody does. */
export function ChoiceCount({ source, choice }: { source: string; choice: string }) {
  const t = useTranslate()
  const { resource, filterValues } = useListContext()
  const [term] = useSearchTerm(resource)
  const filter = { ...filterValues, [source]: [choice], ...(term === '' ? {} : { q: term }) }
  const { total, meta, isPending, error } = useGetList(
    resource,
    { filter, pagination: { page: 1, perPage: 1 }, sort: { field: 'id', order: 'ASC' } },
    { staleTime: aWhile, retry: false },
  )
  return (
    <Box
      component="span"
      className="tabular"
      sx={{ ml: 'auto', pl: 4, minWidth: 72, textAlign: 'right', color: 'text.secondary', fontSize: 12 }}
    >
      {isPending || error ? '' : sayTotal({ total, meta })}
      {!isPending && !error && <Box component="span" sx={hiddenFromEyes}>{` ${t('lists.rows')}`}</Box>}
    </Box>
  )
}
