import { Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { useWatch } from 'react-hook-form'
import type { Comparison } from '../../../contract/comparison/compareTexts.ts'
import { sayChosen } from '../../fields/sayInstant.ts'
import { useCountsText } from '../useCountsText.ts'

/** What changes, in numbers, and from when on: what somebody reads last before it is public. */
export function EffectLine({ comparison }: { comparison: Comparison }) {
  const t = useTranslate()
  const countsText = useCountsText()
  const [effect, effectiveAt] = useWatch({ name: ['effect', 'effectiveAt'] })
  const counts = countsText(comparison).replace(/\.$/, '')
  const base = 'resources.revisions.effect'
  const when =
    effect === 'later'
      ? effectiveAt
        ? t(`${base}.takes_effect_at`, { at: sayChosen(new Date(effectiveAt)) })
        : t(`${base}.takes_effect_later`)
      : t(`${base}.takes_effect_now`)
  return (
    <Typography aria-live="polite" sx={{ fontWeight: 600 }}>
      {counts}; {when}.
    </Typography>
  )
}
