import { Box } from '@mui/material'
import { useWatch } from 'react-hook-form'
import { CheckInput } from './CheckInput.tsx'
import { DayInput } from './DayInput.tsx'
import { FieldGrid } from './FormSection.tsx'
import { LineInput } from './LineInput.tsx'

/** One box to tick; its few fields come only with it. */
export function SecrecyInputs() {
  const ordered = useWatch({ name: 'secrecy.ordered' })
  return (
    <Box sx={{ gridColumn: '1 / -1' }}>
      <CheckInput source="secrecy.ordered" help="resources.disclosures.help.secrecy" />
      {ordered && (
        <Box sx={{ mt: 3, pl: 4, borderLeft: 3, borderColor: 'secrecy.main' }}>
          <FieldGrid>
            <LineInput source="secrecy.basis" span={3} />
            <LineInput source="secrecy.issuedBy" span={3} />
            <DayInput source="secrecy.startsOn" />
            <DayInput source="secrecy.endsOn" />
            <DayInput source="secrecy.reviewOn" />
          </FieldGrid>
        </Box>
      )}
    </Box>
  )
}
