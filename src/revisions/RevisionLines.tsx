import {
  Box,
  List,
  ListItem,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
  useMediaQuery,
} from '@mui/material'
import { useTranslate } from 'react-admin'
import type { RevisionRow } from '../../contract/revisions.ts'
import { StateChip } from '../fields/StateChip.tsx'
import { RowLink } from '../lists/RowLink.tsx'
import { addressOf } from './addresses.ts'
import { HashText } from './HashText.tsx'
import { PostedWhen } from './PostedWhen.tsx'
import { stateOf } from './stateOf.ts'
import { useRevisionName } from './useRevisionName.ts'

/** Posted revisions inside another page: which, from when to when, what changed, recognised by what. */
export function RevisionLines({ revisions }: { revisions: readonly RevisionRow[] }) {
  const isNarrow = useMediaQuery('(max-width:599.95px)')
  return isNarrow ? <Lines revisions={revisions} /> : <Rows revisions={revisions} />
}

function Rows({ revisions }: { revisions: readonly RevisionRow[] }) {
  const t = useTranslate()
  const nameOf = useRevisionName()
  const head = ['number', 'inForce', 'changeSummary', 'hash']
  return (
    <Box
      sx={{ overflowX: 'auto' }}
      tabIndex={0}
      role="region"
      aria-label={t('resources.policies.history_table')}
    >
      <Table
        sx={{
          '& tbody td': { py: 2.5, verticalAlign: 'top' },
          '& tbody tr:last-child td': { borderBottom: 'none' },
        }}
      >
        <TableHead>
          <TableRow>
            {head.map((name) => (
              <TableCell key={name}>{t(`resources.revisions.fields.${name}`)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {revisions.map((revision) => (
            <TableRow key={revision.id}>
              <TableCell className="tabular" sx={{ whiteSpace: 'nowrap' }}>
                <RowLink to={addressOf(revision)}>{nameOf(revision)}</RowLink>
              </TableCell>
              <TableCell className="tabular" sx={{ whiteSpace: 'nowrap' }}>
                <PostedWhen revision={revision} inRow />
              </TableCell>
              <TableCell sx={{ minWidth: 200, overflowWrap: 'anywhere' }}>
                <bdi>{revision.changeSummary}</bdi>
              </TableCell>
              <TableCell>
                <HashText value={revision.contentSha256} short />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  )
}

function Lines({ revisions }: { revisions: readonly RevisionRow[] }) {
  const nameOf = useRevisionName()
  return (
    <List disablePadding>
      {revisions.map((revision) => (
        <ListItem
          key={revision.id}
          sx={{
            display: 'block',
            py: 2.5,
            '&:not(:last-child)': { borderBottom: 1, borderColor: 'divider' },
          }}
        >
          <Box
            sx={{
              display: 'flex',
              justifyContent: 'space-between',
              alignItems: 'center',
              gap: 3,
              minHeight: 44,
            }}
          >
            <RowLink to={addressOf(revision)}>{nameOf(revision)}</RowLink>
            <StateChip kind="revision" state={stateOf(revision)} />
          </Box>
          <Typography color="textSecondary" component="div" className="tabular">
            <PostedWhen revision={revision} inRow />
          </Typography>
          <Typography sx={{ overflowWrap: 'anywhere' }}>
            <bdi>{revision.changeSummary}</bdi>
          </Typography>
        </ListItem>
      ))}
    </List>
  )
}
