import { useTranslate } from 'react-admin'
import { placeOf } from '../customers/placeOf.ts'
import { useCustomerName } from '../customers/useCustomerName.ts'
import { useRequestName } from '../disclosures/useRequestName.ts'
import { FoundBy } from '../fields/FoundBy.tsx'
import { StateChip } from '../fields/StateChip.tsx'
import { PolicyTitle } from '../policies/PolicyTitle.tsx'
import { addressOf } from '../revisions/addresses.ts'
import { useRevisionName } from '../revisions/useRevisionName.ts'
import { type Group, isNumber } from './choices.ts'
import { NameOf } from './NameOf.tsx'
import type { Found } from './useFound.ts'

/** What the server found for the typed words, a group for each noun, what is most likely meant first. */
export function useFoundGroups(found: Found, typed: string, go: (to: string) => () => void): Group[] {
  const t = useTranslate()
  const customerName = useCustomerName()
  const requestName = useRequestName()
  const revisionName = useRevisionName()
  const nameOf = (noun: string) => t(`resources.${noun}.name`, { smart_count: 2 })
  const show = (noun: string, id: string) => go(`/${noun}/${id}/show`)

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
  return [
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
  ]
}
