import { useNavigate, useTranslate } from 'react-admin'
import { places } from '../layout/navigation.tsx'
import { useSearch } from '../layout/useSearch.ts'
import { useMay } from '../session/useMay.ts'
import { type Group, isMeant } from './choices.ts'
import type { Offer } from './offers.ts'
import type { Recent } from './recent.ts'
import { type Found, shortest } from './useFound.ts'
import { useFoundGroups } from './useFoundGroups.tsx'

type Options = {
  typed: string
  found: Found
  offers: readonly Offer[]
  recents: readonly Recent[]
  onClose: (run?: () => void) => void
}

/** Everything the palette lists: first what can be done here, then where one can go, then what the server found. */
export function useGroups({ typed, found, offers, recents, onClose }: Options): Group[] {
  const t = useTranslate()
  const may = useMay()
  const navigate = useNavigate()
  const search = useSearch()
  const go = (to: string) => () => onClose(() => navigate(to))
  const foundGroups = useFoundGroups(found, typed, go)
  const nameOf = (noun: string) => t(`resources.${noun}.name`, { smart_count: 2 })

  const acts = offers
    .filter(({ label }) => isMeant(label, typed))
    .map(({ id, label, refusal, run }) => ({
      id,
      label,
      detail: refusal,
      disabled: refusal !== null,
      run: () => onClose(run),
    }))
  const pages = [
    { noun: 'start', to: '/', label: t('start.name') },
    ...places
      .filter(({ noun }) => may(noun, 'list'))
      .map(({ noun }) => ({ noun, to: `/${noun}`, label: nameOf(noun) })),
  ]
    .filter(({ label }) => isMeant(label, typed))
    .map(({ noun, to, label }) => ({ id: `page:${noun}`, label, run: go(to) }))
  const again = recents
    .filter(({ label }) => isMeant(label, typed))
    .map(({ to, label }) => ({ id: `recent:${to}`, label: <bdi>{label}</bdi>, run: go(to) }))

  const groups: Group[] = [
    { name: t('palette.acts'), choices: acts },
    { name: t('palette.recent'), choices: again },
    { name: t('palette.pages'), choices: pages },
  ]
  if (typed.length >= shortest) {
    const everything = {
      id: 'search',
      label: <bdi>{t('palette.search_all', { term: typed })}</bdi>,
      run: () => onClose(() => search(typed)),
    }
    groups.push(...foundGroups, { name: t('palette.search'), choices: [everything] })
  }
  return groups.filter(({ choices }) => choices.length > 0)
}
