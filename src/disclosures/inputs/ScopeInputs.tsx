import { CategoriesInput } from './CategoriesInput.tsx'
import { DayInput } from './DayInput.tsx'
import { FormSection } from './FormSection.tsx'
import { SubjectsInput } from './SubjectsInput.tsx'

export const ScopeInputs = () => (
  <>
    <FormSection name="subjects">
      <SubjectsInput />
    </FormSection>
    <FormSection name="scope">
      <CategoriesInput />
      <DayInput source="scopeFrom" span={3} />
      <DayInput source="scopeTo" span={3} />
    </FormSection>
  </>
)
