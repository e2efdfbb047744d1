import type { ReactNode } from 'react'
import { useTranslate } from 'react-admin'
import { useWatch } from 'react-hook-form'
import { LineInput } from '../acts/LineInput.tsx'
import { sayLanguage } from '../fields/sayLanguage.ts'

/** What a policy is called, where the public finds it, whom it can ask, and in which language it is. */
export function PolicyInputs({ children }: { children?: ReactNode }) {
  const t = useTranslate()
  const language = useWatch({ name: 'language' })
  return (
    <>
      <Line source="title" help={t('resources.policies.help.title')} />
      {children}
      <Line source="contactEmail" type="email" help={t('resources.policies.help.contactEmail')} />
      <Line
        source="language"
        help={t('resources.policies.help.language', { name: sayLanguage(language) ?? '…' })}
      />
    </>
  )
}

/** The public address; only a new policy may still choose it. */
export function KeyInput() {
  const t = useTranslate()
  const key = useWatch({ name: 'key' })
  return <Line source="key" help={t('resources.policies.help.key', { key: key || '…' })} />
}

type Props = { source: string; help: string; type?: 'email' }

const Line = ({ source, help, ...rest }: Props) => (
  <LineInput {...rest} source={source} label={`resources.policies.fields.${source}`} said={help} />
)
