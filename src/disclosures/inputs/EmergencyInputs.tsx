import { useWatch } from 'react-hook-form'
import { FormSection } from './FormSection.tsx'
import { LineInput } from './LineInput.tsx'

/** What only an emergency asks; nothing of it is there for any other request. */
export function EmergencyInputs() {
  const kind = useWatch({ name: 'kind' })
  if (kind !== 'emergency_disclosure') return null
  return (
    <FormSection name="emergency">
      <LineInput source="emergency.dangerDescription" multiline minRows={2} maxRows={8} />
      <LineInput source="emergency.whoIsAtRisk" span={3} />
      <LineInput source="emergency.declaredBy" span={3} />
      <LineInput source="emergency.whyDataNeeded" multiline minRows={2} maxRows={8} />
    </FormSection>
  )
}
