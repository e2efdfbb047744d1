import { Box, Card, Stack, useMediaQuery } from '@mui/material'
import { type ReactNode, useRef } from 'react'
import { ListBase, type SortPayload, useTranslate } from 'react-admin'
import { rowsAtOnce } from '../../contract/firstRows.ts'
import type { Noun } from '../../contract/permissions.ts'
import type { ViewNoun } from '../../contract/views.ts'
import { PageHeader } from '../layout/PageHeader.tsx'
import { ColumnsSlot, WithColumnsSlot } from './ColumnsSlot.tsx'
import { FilterBar } from './FilterBar.tsx'
import { GoToRows } from './GoToRows.tsx'
import { ListBody } from './ListBody.tsx'
import { Paging } from './Paging.tsx'
import { useRowKeys } from './useRowKeys.ts'
import { useSearchTerm } from './useSearchTerm.ts'
import { ViewMenu } from './views/ViewMenu.tsx'
import { ViewTabs } from './views/ViewTabs.tsx'

type Props = {
  noun: Noun
  sort: SortPayload
  /** What the screen filters by until the person says otherwise; the API never filters by itself. */
  filterDefaultValues?: Record<string, unknown>
  /** True where `q` searches. */
  searchable?: boolean
  /** Tabs above everything, such as active and deactivated. */
  tabs?: ReactNode
  /** The list whose views can be kept. */
  views?: ViewNoun
  /** Filter chips. */
  filters?: ReactNode
  /** True where the table has columns to choose from. */
  columns?: boolean
  /** True where rows can be selected. */
  selectable?: boolean
  actions?: ReactNode
  /** What to do next where there is nothing yet. */
  invite?: ReactNode
  /** The table, for screens that are wide enough. */
  table: ReactNode
  /** Two-line rows, for a phone. */
  rows: ReactNode
}

/** What went wrong stands where the rows would be; react-admin would say it once more, in the words of HTTP. */
const toldInPlace = { onError: () => undefined }

/** A list: search and chips above, how many there are, rows, pages. Every state of it is designed in `ListBody`. */
export function ListPage(props: Props) {
  const {
    noun,
    sort,
    filterDefaultValues,
    views,
    searchable = false,
    tabs,
    filters,
    columns = false,
    selectable = false,
    actions,
    invite,
  } = props
  const t = useTranslate()
  const [term] = useSearchTerm(noun)
  const isNarrow = useMediaQuery('(max-width:599.95px)')
  const page = useRef<HTMLDivElement>(null)
  const rows = useRef<HTMLDivElement>(null)
  useRowKeys(rows, { selectable })
  return (
    <ListBase
      resource={noun}
      sort={sort}
      perPage={rowsAtOnce}
      debounce={0}
      exporter={false}
      queryOptions={toldInPlace}
      {...(filterDefaultValues ? { filterDefaultValues } : {})}
      {...(searchable && term !== '' ? { filter: { q: term } } : {})}
    >
      <PageHeader title={t(`resources.${noun}.name`, { smart_count: 2 })} actions={actions} />
      <WithColumnsSlot>
        <Stack ref={page} spacing={3} useFlexGap>
          <Box
            sx={{
              display: 'flex',
              flexWrap: 'wrap',
              alignItems: 'center',
              gap: 2,
              minHeight: { xs: 44, sm: 36 },
              '&:empty': { display: 'none' },
            }}
          >
            {tabs}
            {views && !isNarrow && <ViewTabs noun={views} />}
          </Box>
          <FilterBar
            noun={noun}
            searchable={searchable}
            elsewhere={Object.keys(filterDefaultValues ?? {})}
            columnsButton={columns && !isNarrow && <ColumnsSlot />}
            viewsButton={views && <ViewMenu noun={views} isNarrow={isNarrow} />}
          >
            {filters}
          </FilterBar>
          <GoToRows noun={noun} page={page} />
          <Card ref={rows} sx={{ overflow: 'visible' }}>
            <ListBody noun={noun} invite={invite}>
              {isNarrow ? props.rows : props.table}
            </ListBody>
            <Paging />
          </Card>
        </Stack>
      </WithColumnsSlot>
    </ListBase>
  )
}
