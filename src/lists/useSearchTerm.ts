import { useStore } from 'react-admin'

/** What a list is searched for: in memory only, since an address bar is kept and seen by others. */
export function useSearchTerm(noun: string): [string, (term: string) => void] {
  const [term, setTerm] = useStore<string>(`${noun}.search`, '')
  return [term, setTerm]
}
