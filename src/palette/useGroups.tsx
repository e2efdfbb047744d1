import { useNavigate, useTranslate } from 'react-admin'
import { placeOf } from '../customers/placeOf.ts'
import { useCustomerName } from '../customers/useCustomerName.ts'
import { useRequestName } from '../disclosures/useRequestName.ts'
import { FoundBy } from '../fields/FoundBy.tsx'
import { StateChip } from '../fields/StateChip.tsx'
import { places } from '../layout/navigation.tsx'
import { useSearch } from '../layout/useSearch.ts'
import { PolicyTitle } from '../policies/PolicyTitle.tsx'
import { addressOf } from '../revisions/addresses.ts'
import { useRevisionName } from '../revisions/useRevisionName.ts'
import { useMay } from '../session/useMay.ts'
import { type Group, isMeant, isNumber } from './choices.ts'
import { NameOf } from './NameOf.tsx'
import type { Offer } from './offers.ts'
import type { Recent } from './recent.ts'
import { type Found, shortest } from './useFound.ts'

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
  const customerName = useCustomerName()
  const requestName = useRequestName()
  const revisionName = useRevisionName()
  const go = (to: string) => () => onClose(() => navigate(to))
  const nameOf = (noun: string) => t(`resources.${noun}.name`, { smart_count: 2 })
  const show = (noun: string, id: string) => go(`/${noun}/${id}/show`)

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
  // An order number that was read out is meant before whoever has these digits in a telephone number.
  const isMeantNumber = ({ number }: { number: string }) => isNumber(number, typed)
  const isNumbered = found.purchases.some(isMeantNumber)
  const customers: Group = {
    name: nameOf('customers'),
    choices: found.customers.map((customer) => ({
      id: `customers:${customer.id}`,
      label: <bdi>{customerName(customer)}</bdi>,
      detail: (
        <>
          <FoundBy customer={customer} /> {placeOf(customer)}{' '}
          <span className="tabular">{customer.reference}</span>
        </>
      ),
      run: show('customers', customer.id),
    })),
  }
  const purchases: Group = {
    name: nameOf('purchases'),
    choices: found.purchases
      .toSorted((one, other) => Number(isMeantNumber(other)) - Number(isMeantNumber(one)))
      .map(({ id, reference, number, customerId, activation, orderStatus }) => ({
        id: `purchases:${id}`,
        label: <span className="tabular">{reference}</span>,
        detail: (
          <>
            <NameOf customerId={customerId} /> <span className="tabular">{number}</span>{' '}
            {activation === 'deactivated' ? (
              <StateChip kind="activation" state={activation} />
            ) : (
              <StateChip kind="order" state={orderStatus} />
            )}
          </>
        ),
        run: show('purchases', id),
      })),
  }
  if (typed.length >= shortest) {
    groups.push(
      ...(isNumbered ? [purchases, customers] : [customers, purchases]),
      {
        name: nameOf('disclosures'),
        choices: found.disclosures.map((request) => ({
          id: `disclosures:${request.id}`,
          label: <span className="tabular">{requestName(request)}</span>,
          detail: (
            <>
              <bdi>{request.agencyName}</bdi> <StateChip kind="disclosure" state={request.state} />
            </>
          ),
          run: show('disclosures', request.id),
        })),
      },
      {
        name: nameOf('policies'),
        choices: found.policies.map(({ id, title, publicPath }) => ({
          id: `policies:${id}`,
          label: <bdi>{title}</bdi>,
          detail: publicPath,
          run: show('policies', id),
        })),
      },
      {
        name: nameOf('revisions'),
        choices: found.revisions.map((revision) => ({
          id: `revisions:${revision.id}`,
          label: (
            <>
              <PolicyTitle id={revision.policyId} /> · {revisionName(revision)}
            </>
          ),
          run: go(addressOf(revision)),
        })),
      },
      {
        name: t('palette.search'),
        choices: [
          {
            id: 'search',
            label: <bdi>{t('palette.search_all', { term: typed })}</bdi>,
            run: () => onClose(() => search(typed)),
          },
        ],
      },
    )
  }
  return groups.filter(({ choices }) => choices.length > 0)
}
