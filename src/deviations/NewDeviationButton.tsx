import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { CreateDeviation } from '../../contract/deviations.ts'
import type { Policy } from '../../contract/policies.ts'
import { ActButton } from '../acts/ActButton.tsx'
import { DeviationInputs } from './DeviationInputs.tsx'
import { deviationBody } from './deviationBody.ts'

const empty = { kind: 'temporary_departure', until: 'at' }

export function NewDeviationButton({ policy }: { policy: Policy }) {
  const queryClient = useQueryClient()
  const [made, setMade] = useState(0)
  return (
    <ActButton
      // The next one begins with an empty form.
      key={made}
      noun="deviations"
      verb="create"
      record={{ id: policy.id }}
      name={policy.title}
      schema={CreateDeviation}
      along={{ policyId: policy.id }}
      versioned={false}
      defaults={empty}
      toBody={deviationBody}
      onDone={() => {
        setMade((count) => count + 1)
        void queryClient.invalidateQueries({ queryKey: ['deviations'] })
      }}
    >
      <DeviationInputs language={policy.language} />
    </ActButton>
  )
}
