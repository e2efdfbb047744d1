import { Box, Link, Skeleton, Typography } from '@mui/material'
import { LinkBase, useGetList, useTranslate } from 'react-admin'
import { undecidedStates } from '../../contract/disclosureChoices.ts'
import type { Noun } from '../../contract/permissions.ts'
import { CardSection } from '../fields/CardSection.tsx'
import { sayTotal } from '../fields/sayTotal.ts'
import { useMay } from '../session/useMay.ts'

type Figure = { name: string; noun: Noun; filter: Record<string, unknown> }

const figures: readonly Figure[] = [
  { name: 'customers', noun: 'customers', filter: {} },
  { name: 'active', noun: 'purchases', filter: { activation: 'active' } },
  { name: 'deactivated', noun: 'purchases', filter: { activation: 'deactivated' } },
  {
    name: 'disclosures',
    noun: 'disclosures',
    filter: { state: undecidedStates },
  },
  { name: 'refusals', noun: 'events', filter: { outcome: 'refused' } },
]

/** A few numbers, each a link to the list behind it. */
export function Figures() {
  const t = useTranslate()
  const may = useMay()
  return (
    <CardSection title={t('start.figures')}>
      <Box component="dl" sx={{ m: 0, display: 'grid', rowGap: 3 }}>
        {figures
          .filter(({ noun }) => may(noun, 'list'))
          .map((figure) => (
            <Row key={figure.name} figure={figure} />
          ))}
      </Box>
    </CardSection>
  )
}

function Row({ figure: { name, noun, filter } }: { figure: Figure }) {
  const t = useTranslate()
  const { total, meta, isPending } = useGetList(noun, {
    filter,
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'id', order: 'ASC' },
  })
  return (
    <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'baseline' }}>
      <Typography component="dt">
        <Link component={LinkBase} to={`/${noun}?filter=${encodeURIComponent(JSON.stringify(filter))}`}>
          {t(`start.figure.${name}`)}
        </Link>
      </Typography>
      <Typography component="dd" variant="h2" className="tabular" sx={{ m: 0 }}>
        {isPending ? (
          <Skeleton width={48} />
        ) : total === undefined && !meta?.capped ? (
          '–'
        ) : (
          sayTotal({ total, meta })
        )}
      </Typography>
    </Box>
  )
}
