import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import {
  type CreateDisclosure,
  CreateDisclosure as CreateShape,
  type SubjectDecision,
} from '../../contract/disclosureActs.ts'
import type { LegalProcess } from '../../contract/legalProcesses.ts'
import type { Staff } from '../../server/caller.ts'
import type { Tx } from '../../server/database/connect.ts'
import { disclosureSubjects, disclosures } from '../../server/database/schema/disclosures.ts'
import { approve } from '../../server/disclosures/approve.ts'
import { create } from '../../server/disclosures/create.ts'
import { discard } from '../../server/disclosures/discard.ts'
import { propose } from '../../server/disclosures/propose.ts'
import { refuse } from '../../server/disclosures/refuse.ts'
import { returnToReview } from '../../server/disclosures/returnToReview.ts'
import { verify } from '../../server/disclosures/verify.ts'
import type { Random } from '../random.ts'
import { actingAs } from './actingAs.ts'
import { agencies, crimes, officers } from './agencies.ts'
import type { Colleagues } from './colleagues.ts'
import type { Customer } from './customers.ts'

const day = 24 * 60 * 60_000
const hour = 60 * 60_000

type Fate =
  | 'draft'
  | 'discarded'
  | 'logged'
  | 'in_review'
  | 'returned'
  | 'awaiting'
  | 'approved'
  | 'partial'
  | 'refused'
  | 'no_data'
/** How the sixty end, and how many days ago the eldest and the newest of each came in. */
const fates: readonly [fate: Fate, count: number, from: number, to: number][] = [
  ['approved', 12, 900, 40],
  ['partial', 5, 700, 40],
  ['refused', 7, 800, 30],
  ['no_data', 5, 600, 30],
  ['discarded', 3, 300, 20],
  ['awaiting', 8, 12, 2],
  ['returned', 3, 15, 3],
  ['in_review', 8, 17, 1],
  ['logged', 5, 6, 1],
  ['draft', 4, 3, 1],
]
const desk = ['compliance', 'compliance2', 'manager', 'manager2'] as const

/** Sixty requests of invented agencies, taken through the product's own acts to every state there is. */
export async function logRequests(
  tx: Tx,
  rand: Random,
  now: Date,
  colleagues: Colleagues,
  people: readonly Customer[],
) {
  const planned = fates.flatMap(([fate, count, from, to]) =>
    Array.from({ length: count }, (_, n) => ({
      fate,
      daysAgo: from - Math.round(((from - to) * n) / Math.max(1, count - 1)),
    })),
  )
  planned.sort((one, other) => other.daysAgo - one.daysAgo)
  for (const [index, { fate, daysAgo }] of planned.entries()) {
    const receivedAt = new Date(now.getTime() - daysAgo * day + rand.int(-3, 3) * hour)
    await logRequest(tx, rand, colleagues, people, { fate, receivedAt, index })
  }
}

type Plan = { fate: Fate; receivedAt: Date; index: number }

async function logRequest(
  tx: Tx,
  rand: Random,
  colleagues: Colleagues,
  people: readonly Customer[],
  plan: Plan,
) {
  const { fate, receivedAt, index } = plan
  const who = (turn: number) =>
    actingAs(colleagues, desk[(index + turn) % desk.length] ?? desk[0], `past-request-${index}`)
  const [logger, colleague, approver] = [who(0), who(1), who(2)]
  let at = new Date(receivedAt.getTime() + rand.int(1, 5) * hour)
  const later = () => {
    at = new Date(at.getTime() + rand.int(1, 9) * hour)
    return at
  }
  const id = v7()
  const request = { tx, id, fate, later, logger, colleague, approver }
  const isRestricted = index % 15 === 7
  await enter(request, at, {
    ...inventRequest(rand, people, plan),
    ...(isRestricted
      ? { handlingLevel: 'restricted', visibleTo: [logger.id, colleague.id, approver.id] }
      : {}),
  })
  if (fate === 'draft' || fate === 'discarded' || fate === 'logged') return

  const isVerified = fate !== 'refused' && !(fate === 'in_review' && index % 2 === 0)
  if (isVerified) await callBack(request)
  if (fate === 'in_review') return

  const decisions = await decide(tx, id, fate)
  await propose(tx, colleague, later(), id, { version: await versionOf(tx, id), decisions })
  if (fate !== 'awaiting') await answer(request)
}

type Request = {
  tx: Tx
  id: string
  fate: Fate
  later: () => Date
  logger: Staff
  colleague: Staff
  approver: Staff
}

/** A draft stays one, or is thrown away; any other is logged with its entry, and all but the newest assigned. */
async function enter(
  { tx, id, fate, later, logger, colleague }: Request,
  at: Date,
  input: Partial<CreateDisclosure>,
) {
  const isDraft = fate === 'draft' || fate === 'discarded'
  const assign = fate === 'logged' ? {} : { assignTo: colleague.id }
  const log = isDraft ? {} : { log: { ...assign, acknowledgeOverdue: true } }
  await create(tx, logger, at, id, CreateShape.parse({ ...input, ...log }))
  if (fate !== 'discarded') return
  const reason = 'Sent to us by mistake; the agency meant another shop.'
  await discard(tx, logger, later(), id, { version: await versionOf(tx, id), reason })
}

async function callBack({ tx, id, later, colleague }: Request) {
  await verify(tx, colleague, later(), id, {
    version: await versionOf(tx, id),
    result: 'verified',
    method: 'call_back_independent_number',
    note: 'Called back through the switchboard of the agency.',
  })
}

async function answer({ tx, id, fate, later, approver }: Request) {
  const { version, scopeHash } = await proposed(tx, id)
  if (fate === 'returned') {
    const text = 'The letter names one order only; narrow the range to that month.'
    return returnToReview(tx, approver, later(), id, { version, text })
  }
  if (fate === 'refused') {
    const text = 'An inquiry without legal process does not reach these data.'
    const refusalGround = 'insufficient_process'
    return refuse(tx, approver, later(), id, { version, scopeHash, refusalGround, text })
  }
  return approve(tx, approver, later(), id, { version, scopeHash })
}

function inventRequest(
  rand: Random,
  people: readonly Customer[],
  { fate, receivedAt, index }: Plan,
): Partial<CreateDisclosure> {
  const { name, type, country, region, domain, basis } = rand.pick(agencies)
  const officer = rand.pick(officers)
  const crime = rand.pick(crimes)
  const caseNumber = `${rand.pick(['Js', 'KB', 'INV', 'RG'])} ${1000 + index * 37}/${receivedAt.getUTCFullYear() % 100}`
  const subjects = Array.from({ length: rand.chance(0.7) ? 1 : rand.int(2, 3) }, () => ({
    customerId: rand.pick(people).id,
  }))
  const isSecret = index % 9 === 4
  const until = (days: number) => new Date(receivedAt.getTime() + days * day).toISOString().slice(0, 10)
  return {
    channel: rand.pick(['post', 'email', 'portal', 'served']),
    receivedAt: receivedAt.toISOString(),
    agency: { name, type, country, region, address: `${region}, postbox ${100 + index}` },
    officer: {
      ...officer,
      officialEmail: `${officer.badgeOrId.toLowerCase()}@${domain}`,
      phone: null,
    },
    agencyCaseNumber: caseNumber,
    legalProcess: processOf(rand, fate, country),
    legalBasisText: basis,
    ground: crime.ground,
    liabilityBasis: crime.liability,
    justification: `${crime.why} The agency's file ${caseNumber} names the orders in question, and the data asked for are limited to them.`,
    categories: crime.categories,
    scopeFrom: until(-120),
    scopeTo: until(-1),
    secrecy: isSecret
      ? {
          ordered: true,
          basis: basis,
          issuedBy: name,
          startsOn: until(0),
          endsOn: until(180),
          reviewOn: null,
        }
      : null,
    subjects:
      fate === 'draft' && index % 2 === 0
        ? []
        : subjects.map((subject) => ({ ...subject, identifier: null, matchConfidence: 'exact' as const })),
  }
}

function processOf(rand: Random, fate: Fate, country: string): LegalProcess {
  if (fate === 'refused') return 'informal_inquiry'
  if (country === 'US') return rand.pick(['grand_jury_subpoena', 'search_warrant', 'court_order_2703d'])
  return rand.pick(['national_production_order', 'epoc', 'other_court_order', 'search_warrant'])
}

async function decide(tx: Tx, id: string, fate: Fate): Promise<SubjectDecision[]> {
  const subjects = await tx
    .select({ id: disclosureSubjects.id })
    .from(disclosureSubjects)
    .where(eq(disclosureSubjects.disclosureId, id))
  return subjects.map(({ id: subjectId }, n): SubjectDecision => {
    if (fate === 'refused') return { subjectId, decision: 'exclude', reason: 'insufficient_process' }
    if (fate === 'no_data') return { subjectId, decision: 'no_data' }
    if (fate !== 'partial') return { subjectId, decision: 'produce' }
    if (n > 0)
      return {
        subjectId,
        decision: 'exclude',
        reason: 'mismatch',
        reasonText: 'Another person of the same name.',
      }
    return {
      subjectId,
      decision: 'partial',
      reason: 'out_of_scope',
      categories: ['identity'],
      reasonText: 'The order reaches the identity alone.',
    }
  })
}

async function proposed(tx: Tx, id: string): Promise<{ version: number; scopeHash: string }> {
  const [row] = await tx
    .select({ version: disclosures.version, scopeHash: disclosures.scopeHash })
    .from(disclosures)
    .where(eq(disclosures.id, id))
  if (!row?.scopeHash) throw new Error(`request ${id} was not proposed`)
  return { version: row.version, scopeHash: row.scopeHash }
}

async function versionOf(tx: Tx, id: string): Promise<number> {
  const [row] = await tx
    .select({ version: disclosures.version })
    .from(disclosures)
    .where(eq(disclosures.id, id))
  return row?.version ?? 1
}
