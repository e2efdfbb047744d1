import { useMemo } from 'react'
import { countries } from '../countries.ts'
import { FormSection } from './FormSection.tsx'
import { LineInput } from './LineInput.tsx'
import { PickInput } from './PickInput.tsx'

export function RequesterInputs() {
  const everyCountry = useMemo(() => countries(), [])
  return (
    <FormSection name="requester">
      <LineInput source="agency.name" span={4} autoFocus />
      <PickInput source="agency.country" options={everyCountry} span={2} />
      <LineInput source="officer.name" span={3} />
      <LineInput source="agencyCaseNumber" span={3} />
      <LineInput source="officer.officialEmail" span={3} type="email" />
      <LineInput source="officer.phone" span={3} type="tel" />
    </FormSection>
  )
}
