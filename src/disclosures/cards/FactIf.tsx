import type { ReactNode } from 'react'
import { useTranslate } from 'react-admin'
import { Fact } from '../../fields/Facts.tsx'

type Props = { name: string; children: ReactNode }

/** A fact that is there, under the name of its field; one that is not takes no room. */
export function FactIf({ name, children }: Props) {
  const t = useTranslate()
  if (children === null || children === undefined || children === '' || children === false) return null
  return (
    <Fact label={t(`resources.disclosures.fields.${name}`)}>
      {typeof children === 'string' ? <bdi>{children}</bdi> : children}
    </Fact>
  )
}
