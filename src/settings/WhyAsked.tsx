import { Box } from '@mui/material'
import { useTranslate } from 'react-admin'
import type { RequirementField } from '../../contract/settings.ts'
import { useRequirements } from './useRequirements.ts'

type Props = {
  field: RequirementField
  /** True where it is said of several fields at one place. */
  named?: boolean
}

/** Whether an account or an order needs a field, and why the shop asks for it, in the words a customer is told. */
export function WhyAsked({ field, named = false }: Props) {
  const t = useTranslate()
  const asked = useRequirements()?.[field]
  // The line is there before its words are, so that nothing moves.
  if (!asked) return '\u00a0'
  const { requirement, label, why } = asked
  const mark = [
    ...(named ? [label] : []),
    ...(requirement === 'optional' ? [] : [t(`choices.needed.${requirement}`)]),
  ]
  return (
    <>
      {mark.length > 0 && (
        <>
          <Box component="bdi" sx={{ fontWeight: 500, color: 'text.primary' }}>
            {mark.join(' · ')}
          </Box>
          {' · '}
        </>
      )}
      <bdi>{t('resources.settings.requirements.told', { why })}</bdi>{' '}
    </>
  )
}
