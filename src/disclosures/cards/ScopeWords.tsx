import { Box } from '@mui/material'
import { useTranslate } from 'react-admin'
import type { Category } from '../../../contract/disclosureChoices.ts'
import { DayField } from '../../fields/DayField.tsx'

type Props = { categories: readonly Category[]; scopeFrom: string | null; scopeTo: string | null }

/** Which kinds of data, of which days. */
export function ScopeWords({ categories, scopeFrom, scopeTo }: Props) {
  const t = useTranslate()
  return (
    <Box component="span">
      {categories.map((category) => t(`choices.category.${category}`)).join(', ') || t('fields.nothing')}
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {' · '}
        <RangeWords scopeFrom={scopeFrom} scopeTo={scopeTo} />
      </Box>
    </Box>
  )
}

export function RangeWords({ scopeFrom, scopeTo }: Omit<Props, 'categories'>) {
  const t = useTranslate()
  if (!scopeFrom && !scopeTo) return <>{t('resources.disclosures.range.unlimited')}</>
  if (!scopeFrom) {
    return (
      <>
        {t('resources.disclosures.range.until')} <DayField value={scopeTo} />
      </>
    )
  }
  if (!scopeTo) {
    return (
      <>
        {t('resources.disclosures.range.since')} <DayField value={scopeFrom} />
      </>
    )
  }
  return (
    <>
      <DayField value={scopeFrom} /> – <DayField value={scopeTo} />
    </>
  )
}
