import { useQueryClient } from '@tanstack/react-query'
import { useTranslate } from 'react-admin'

/** A scope that changed underneath is read again before anybody decides on it. */
export function useScopeRemedies() {
  const t = useTranslate()
  const queryClient = useQueryClient()
  const onClick = () => void queryClient.invalidateQueries({ queryKey: ['disclosures'] })
  return { SCOPE_CHANGED: { label: t('acts.look_again'), onClick } }
}
