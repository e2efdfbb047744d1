import { Alert, AlertTitle, Box } from '@mui/material'
import { useTranslate } from 'react-admin'
import type { Lint } from '../../../contract/lints.ts'

type Props = { lints: readonly Lint[]; says: string }

/** What the checks before a publication found, each fault with the places that have it. */
export function LintList({ lints, says }: Props) {
  const t = useTranslate()
  const shown = lints.filter(({ code }) => code !== 'summary_missing')
  if (shown.length === 0) return null
  return (
    <Alert severity="warning">
      <AlertTitle>{t('resources.revisions.lints.name')}</AlertTitle>
      {says}
      <Box component="ul" sx={{ m: 0, mt: 1, pl: 5 }}>
        {shown.map(({ code, found }) => (
          <li key={code}>
            {t(`resources.revisions.lints.${code}`, { smart_count: found.length })}
            <FoundPlaces found={found} />
          </li>
        ))}
      </Box>
    </Alert>
  )
}

const mostShown = 10

/** An empty place has no words of its own. */
export function FoundPlaces({ found }: { found: readonly string[] }) {
  const t = useTranslate()
  const places = [...new Set(found)].filter((place) => place !== '')
  if (places.length === 0) return null
  return (
    <Box component="ul" sx={{ m: 0, pl: 5, overflowWrap: 'anywhere' }}>
      {places.slice(0, mostShown).map((place) => (
        <li key={place}>
          <bdi>{place}</bdi>
        </li>
      ))}
      {places.length > mostShown && (
        <li>{t('resources.revisions.lints.more', { count: places.length - mostShown })}</li>
      )}
    </Box>
  )
}
