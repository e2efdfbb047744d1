import { Card } from '@mui/material'
import { EmergencyInputs } from './inputs/EmergencyInputs.tsx'
import { MoreInputs } from './inputs/MoreInputs.tsx'
import { ProcessInputs } from './inputs/ProcessInputs.tsx'
import { RequesterInputs } from './inputs/RequesterInputs.tsx'
import { ScopeInputs } from './inputs/ScopeInputs.tsx'
import { WhyInputs } from './inputs/WhyInputs.tsx'

type Props = {
  /** A field to go to, as the page of the request names what is missing. */
  wanted?: string | null
  offersAssignee?: boolean
}

/** Top to bottom like the officer's paper. */
export const DisclosureInputs = ({ wanted = null, offersAssignee = false }: Props) => (
  <Card>
    <EmergencyInputs />
    <RequesterInputs />
    <ProcessInputs />
    <ScopeInputs />
    <WhyInputs />
    <MoreInputs wanted={wanted} offersAssignee={offersAssignee} />
  </Card>
)
