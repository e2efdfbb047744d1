import { type RefObject, useEffect } from 'react'
import { useListContext, useStore } from 'react-admin'
import { useSearchTerm } from './useSearchTerm.ts'

type Props = { noun: string; page: RefObject<HTMLElement | null> }

/** After Enter in a search the focus is on what was found first, so that Enter opens it; where nothing was, in the search. */
export function GoToRows({ noun, page }: Props) {
  const { isPending, isFetching, error } = useListContext()
  const [term] = useSearchTerm(noun)
  const [isWanted, setWanted] = useStore(`${noun}.goToRows`, false)
  useEffect(() => {
    if (!isWanted || isPending || isFetching || error) return
    setWanted(false)
    const search = page.current?.querySelector<HTMLInputElement>('input[enterkeyhint="search"]')
    const focused = document.activeElement
    const isNowhere = focused === document.body || focused?.tagName === 'MAIN'
    if (!isNowhere && (focused !== search || search?.value.trim() !== term)) return
    const found = page.current?.querySelector<HTMLElement>('[data-row-link]')
    if (found) found.focus()
    else search?.select()
  }, [isWanted, isPending, isFetching, error, term, page, setWanted])
  return null
}
