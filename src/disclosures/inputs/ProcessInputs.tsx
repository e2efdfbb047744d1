import { useMemo } from 'react'
import { useTranslate } from 'react-admin'
import { channels } from '../../../contract/disclosureChoices.ts'
import { ChoiceInput } from './ChoiceInput.tsx'
import { DueLine } from './DueLine.tsx'
import { FormSection } from './FormSection.tsx'
import { InstantInput } from './InstantInput.tsx'
import { LineInput } from './LineInput.tsx'
import { PickInput } from './PickInput.tsx'
import { groupedProcesses } from './processGroups.ts'
import { SecrecyInputs } from './SecrecyInputs.tsx'

export function ProcessInputs() {
  const t = useTranslate()
  const processes = useMemo(
    () =>
      groupedProcesses.map(({ process, group }) => ({
        id: process,
        name: t(`choices.legalProcess.${process}`),
        group: t(`resources.disclosures.process_groups.${group}`),
      })),
    [t],
  )
  return (
    <FormSection name="process">
      <PickInput source="legalProcess" options={processes} span={3} />
      <LineInput source="legalBasisText" span={3} help="resources.disclosures.help.legalBasisText" />
      <InstantInput source="receivedAt" span={3} />
      <ChoiceInput source="channel" choices={channels} catalogue="channel" span={3} />
      <DueLine />
      <SecrecyInputs />
    </FormSection>
  )
}
