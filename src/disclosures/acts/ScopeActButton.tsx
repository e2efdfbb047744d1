import type { ReactNode } from 'react'
import type { Disclosure } from '../../../contract/disclosures.ts'
import { ActButton } from '../../acts/ActButton.tsx'
import type { ActDialogProps } from '../../acts/ActDialog.tsx'
import { ScopeList } from '../cards/ScopeList.tsx'
import { useRequestName } from '../useRequestName.ts'
import type { Emphasis } from './emphasis.ts'
import { useScopeRemedies } from './useScopeRemedies.ts'

type Props = Pick<ActDialogProps, 'verb' | 'schema' | 'irreversible'> &
  Emphasis & { disclosure: Disclosure; children: ReactNode }

/** A decision on exactly the scope that it shows. */
export function ScopeActButton({ disclosure, variant = 'outlined', children, ...act }: Props) {
  const nameOf = useRequestName()
  const remedies = useScopeRemedies()
  return (
    <ActButton
      {...act}
      noun="disclosures"
      record={disclosure}
      name={nameOf(disclosure)}
      along={{ scopeHash: disclosure.scopeHash }}
      remedies={remedies}
      variant={variant}
    >
      <ScopeList disclosure={disclosure} />
      {children}
    </ActButton>
  )
}
