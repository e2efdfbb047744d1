import { Box, FormHelperText, MenuItem, TextField } from '@mui/material'
import { useTranslate } from 'react-admin'
import type { SubjectDecision } from '../../contract/disclosureActs.ts'
import { exclusionReasons } from '../../contract/disclosureChoices.ts'
import type { Disclosure } from '../../contract/disclosures.ts'
import { CategoryBoxes } from './CategoryBoxes.tsx'

type Props = {
  value: SubjectDecision
  request: Pick<Disclosure, 'categories' | 'scopeFrom' | 'scopeTo'>
  onChange: (decision: SubjectDecision) => void
  faultAt: (field: string) => string | null
}

/** Why somebody is left out, or which part of what was asked is answered, and why no more. */
export function PartialInputs({ value, request, onChange, faultAt }: Props) {
  const t = useTranslate()
  const { decision, reason, reasonText, categories = [], scopeFrom, scopeTo } = value
  const categoryFault = faultAt('categories')
  return (
    <Box
      sx={{
        mt: 3,
        display: 'grid',
        gap: 3,
        gridTemplateColumns: { xs: '1fr', sm: 'repeat(2, minmax(0, 1fr))' },
        alignItems: 'start',
      }}
    >
      <TextField
        select
        label={t('acts.reason')}
        value={reason ?? ''}
        onChange={({ target }) => {
          const picked = exclusionReasons.find((each) => each === target.value)
          if (picked) onChange({ ...value, reason: picked })
        }}
        error={faultAt('reason') !== null}
        helperText={faultAt('reason')}
      >
        {exclusionReasons.map((each) => (
          <MenuItem key={each} value={each}>
            {t(`choices.exclusionReason.${each}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        label={t('resources.disclosures.subjects.reason_text')}
        value={reasonText ?? ''}
        onChange={({ target }) => {
          const { reasonText: _, ...rest } = value
          onChange(target.value === '' ? rest : { ...rest, reasonText: target.value })
        }}
        error={faultAt('reasonText') !== null}
        helperText={faultAt('reasonText')}
      />
      {decision === 'partial' && (
        <>
          <Box sx={{ gridColumn: '1 / -1' }}>
            <CategoryBoxes
              offered={request.categories}
              chosen={categories}
              onChange={(chosen) => onChange({ ...value, categories: chosen })}
              isInvalid={categoryFault !== null}
            />
            {categoryFault && <FormHelperText error>{categoryFault}</FormHelperText>}
          </Box>
          <TextField
            type="date"
            label={t('resources.disclosures.fields.scopeFrom')}
            value={scopeFrom ?? ''}
            onChange={({ target }) => onChange({ ...value, scopeFrom: target.value || null })}
            error={faultAt('scopeFrom') !== null}
            helperText={faultAt('scopeFrom')}
            slotProps={{ inputLabel: { shrink: true } }}
          />
          <TextField
            type="date"
            label={t('resources.disclosures.fields.scopeTo')}
            value={scopeTo ?? ''}
            onChange={({ target }) => onChange({ ...value, scopeTo: target.value || null })}
            error={faultAt('scopeTo') !== null}
            helperText={faultAt('scopeTo')}
            slotProps={{ inputLabel: { shrink: true } }}
          />
        </>
      )}
    </Box>
  )
}
