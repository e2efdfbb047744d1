export const roles = ['customer_service', 'compliance', 'manager', 'auditor'] as const
export type Role = (typeof roles)[number]

const everyone: readonly Role[] = roles
const frontDesk: readonly Role[] = ['customer_service', 'manager']
const officers: readonly Role[] = ['compliance', 'manager']
const overseers: readonly Role[] = ['compliance', 'manager', 'auditor']
const managers: readonly Role[] = ['manager']

/**
 * Who may do what: the one table that the server's door and the screens both read.
 * What is not in it nobody may do; there is no `delete` anywhere.
 */
export const permissions = {
  customers: {
    list: everyone,
    show: everyone,
    reveal: ['customer_service', 'compliance', 'manager'],
    edit: frontDesk,
    close: managers,
    reopen: managers,
  },
  changes: { list: everyone, show: everyone },
  addresses: { list: everyone, show: everyone, create: frontDesk, edit: frontDesk, retire: frontDesk },
  purchases: {
    list: everyone,
    show: everyone,
    block: frontDesk,
    unblock: frontDesk,
    cancel: frontDesk,
    deactivate: frontDesk,
    reactivate: frontDesk,
  },
  batches: {
    list: everyone,
    show: everyone,
    create: frontDesk,
    approve: managers,
    stop: frontDesk,
    reverse: managers,
  },
  items: { list: everyone, show: everyone },
  disclosures: {
    list: overseers,
    show: overseers,
    create: officers,
    edit: officers,
    log: officers,
    discard: officers,
    assign: officers,
    verify: officers,
    propose: officers,
    return: officers,
    approve: officers,
    refuse: officers,
  },
  decisions: { list: overseers, show: overseers },
  policies: { list: everyone, show: everyone, create: managers, edit: managers },
  revisions: {
    list: everyone,
    show: everyone,
    create: officers,
    edit: officers,
    discard: officers,
    submit: officers,
    return: officers,
    approve: managers,
    publish: managers,
    attend: officers,
    bringBack: officers,
  },
  deviations: {
    list: everyone,
    show: everyone,
    create: managers,
    edit: managers,
    post: managers,
    end: managers,
    discard: managers,
  },
  settings: { list: everyone, show: everyone, edit: managers },
  versions: { list: everyone, show: everyone },
  colleagues: { list: overseers, show: overseers },
  views: {
    list: everyone,
    show: everyone,
    create: everyone,
    edit: everyone,
    share: ['customer_service', 'compliance', 'manager'],
    retire: everyone,
  },
  events: { list: everyone, show: everyone },
} as const satisfies Record<string, Record<string, readonly Role[]>>

export type Noun = keyof typeof permissions

/** Nouns of which a role without access must not even learn that a record exists. */
const secret: ReadonlySet<string> = new Set<Noun>(['disclosures', 'decisions', 'colleagues'])
export const isSecret = (noun: string) => secret.has(noun)

/** Acts that ask for the password again when the last proof of identity is older than five minutes. */
const sensitive: ReadonlySet<string> = new Set([
  'disclosures.approve',
  'disclosures.refuse',
  'revisions.approve',
  'revisions.publish',
  'deviations.post',
])
export const needsStepUp = (noun: string, verb: string) => sensitive.has(`${noun}.${verb}`)
export const stepUpMinutes = 5

export function may(role: Role, noun: string, verb: string): boolean {
  const verbs: Record<string, readonly Role[]> | undefined = Object.hasOwn(permissions, noun)
    ? permissions[noun as Noun]
    : undefined
  return verbs !== undefined && Object.hasOwn(verbs, verb) && (verbs[verb]?.includes(role) ?? false)
}

/** Everything a role may do, as `noun.verb`: what the session tells the screens. */
export function permissionsOf(role: Role): string[] {
  return Object.entries(permissions).flatMap(([noun, verbs]) =>
    Object.entries(verbs)
      .filter(([, allowed]: [string, readonly Role[]]) => allowed.includes(role))
      .map(([verb]) => `${noun}.${verb}`),
  )
}
