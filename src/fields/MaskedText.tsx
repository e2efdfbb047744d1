import { useTranslate } from 'react-admin'
import { Nothing } from './Nothing.tsx'

/** Contact data as the server masked it; it looks masked, and says so to who cannot see that. */
export function MaskedText({ value }: { value: string | null }) {
  const t = useTranslate()
  if (!value) return <Nothing />
  return (
    <span className="masked tabular">
      <bdi>{value}</bdi>
      <span className="unseen">{` (${t('fields.masked')})`}</span>
    </span>
  )
}
