import { Button, type ButtonProps } from '@mui/material'
import { LinkBase, useTranslate } from 'react-admin'
import type { Disclosure } from '../../contract/disclosures.ts'
import { ApproveButton } from './acts/ApproveButton.tsx'
import { AssignButton } from './acts/AssignButton.tsx'
import { DiscardButton } from './acts/DiscardButton.tsx'
import { LogButton } from './acts/LogButton.tsx'
import { ProposeButton } from './acts/ProposeButton.tsx'
import { RefuseButton } from './acts/RefuseButton.tsx'
import { ReturnButton } from './acts/ReturnButton.tsx'
import { VerifyButton } from './acts/VerifyButton.tsx'
import type { Decisions } from './decisions.ts'
import type { Verb } from './nextStep.ts'

type Props = {
  disclosure: Disclosure
  verbs: readonly Verb[]
  decisions: Decisions
  onDecisions: (decisions: Decisions) => void
  /** The first verb of the step stands out. */
  primary: Verb | undefined
}

export function NextActs({ disclosure, verbs, primary, decisions, onDecisions }: Props) {
  return verbs.map((verb) => {
    const variant: ButtonProps['variant'] = verb === primary ? 'contained' : 'outlined'
    switch (verb) {
      case 'edit':
        return <EditButton key={verb} id={disclosure.id} variant={variant} />
      case 'log':
        return <LogButton key={verb} disclosure={disclosure} variant={variant} />
      case 'discard':
        return <DiscardButton key={verb} disclosure={disclosure} variant="outlined" />
      case 'assign':
        return <AssignButton key={verb} disclosure={disclosure} variant={variant} />
      case 'verify':
        return <VerifyButton key={verb} disclosure={disclosure} variant={variant} />
      case 'propose':
        return (
          <ProposeButton
            key={verb}
            disclosure={disclosure}
            variant={variant}
            decisions={decisions}
            onDecisions={onDecisions}
          />
        )
      case 'return':
        return <ReturnButton key={verb} disclosure={disclosure} variant={variant} />
      case 'approve':
        return <ApproveButton key={verb} disclosure={disclosure} variant={variant} />
      case 'refuse':
        return <RefuseButton key={verb} disclosure={disclosure} variant={variant} />
      default:
        return null
    }
  })
}

function EditButton({ id, variant }: { id: string; variant: ButtonProps['variant'] }) {
  const t = useTranslate()
  return (
    <Button component={LinkBase} to={`/disclosures/${id}`} variant={variant}>
      {t('resources.disclosures.edit')}
    </Button>
  )
}
