import { useNavigate, useStoreContext } from 'react-admin'
import type { Noun } from '../../contract/permissions.ts'
import { useMay } from '../session/useMay.ts'
import { whereToSearch } from './whereToSearch.ts'

/** Goes to the list where a term belongs, with the term in memory and not in the address. */
export function useSearch(): (term: string, noun?: Noun) => void {
  const may = useMay()
  const navigate = useNavigate()
  const store = useStoreContext()
  return (term, asked) => {
    const wanted = term.trim()
    if (wanted === '') return
    const noun = asked ?? whereToSearch(wanted)
    const place = may(noun, 'list') ? noun : 'customers'
    store.setItem(`${place}.search`, wanted)
    store.setItem(`${place}.goToRows`, true)
    // No filter but the search: whoever looks a reference up wants to find it, deactivated or not.
    navigate(`/${place}?filter=%7B%7D&page=1`)
  }
}
