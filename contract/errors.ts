/**
 * Every refusal the API can give: its HTTP status, its title and the sentence a person reads.
 * `{name}` in a text is filled from the values that the refusal carries.
 */
export const errors = {
  NOT_SIGNED_IN: {
    status: 401,
    title: 'Not signed in',
    text: 'Your session is over. Sign in to go on; what you typed is kept.',
  },
  SIGN_IN_FAILED: {
    status: 401,
    title: 'Sign-in failed',
    text: 'The e-mail address or the password is not right.',
  },
  ACCOUNT_LOCKED: {
    status: 429,
    title: 'Account locked',
    text: 'Too many failed attempts. Try again in {minutes} minutes, or ask whoever runs the server to unlock the account.',
  },
  FORBIDDEN: { status: 403, title: 'Not allowed', text: 'Your role may not do this. Nothing was changed.' },
  NOT_YOURS: {
    status: 403,
    title: 'Not yours',
    text: 'Only {who} may do this. Nothing was changed.',
  },
  STEP_UP_REQUIRED: {
    status: 403,
    title: 'Confirm that it is you',
    text: 'Type your password again to go on.',
  },
  CROSS_SITE_REFUSED: {
    status: 403,
    title: 'Refused',
    text: 'This request came from another site and was refused. Nothing was changed.',
  },
  NOT_FOUND: { status: 404, title: 'Not found', text: 'No such record.' },
  BAD_QUERY: { status: 400, title: 'Bad query', text: '{fault}' },
  MALFORMED_BODY: {
    status: 400,
    title: 'Malformed body',
    text: 'The body is not valid JSON. Nothing was changed.',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    title: 'Unsupported media type',
    text: 'Send the body as application/json.',
  },
  DELETE_NOT_ALLOWED: { status: 405, title: 'Records are kept', text: '{instead}' },
  TOO_LARGE: {
    status: 413,
    title: 'Too large',
    text: 'This is larger than the {limit} allowed here. Nothing was saved.',
  },
  INVALID: { status: 422, title: 'Check the fields', text: 'Some fields need a look. Nothing was saved.' },
  UNKNOWN_FIELD: {
    status: 422,
    title: 'Unknown field',
    text: '{field} is not a field of this form. Nothing was saved.',
  },
  VERSION_REQUIRED: {
    status: 422,
    title: 'Version missing',
    text: 'Say which version of the record you read. Nothing was saved.',
  },
  VERSION_CONFLICT: {
    status: 409,
    title: 'Changed meanwhile',
    text: '{who} changed this on {when}. Your changes are kept below; compare and save again.',
  },
  IDEMPOTENCY_KEY_REQUIRED: {
    status: 422,
    title: 'Idempotency-Key missing',
    text: 'Send an Idempotency-Key with every POST, so that a retry writes once. Nothing was saved.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    title: 'Idempotency-Key used before',
    text: 'Something else was saved with this key before. Nothing was saved now; look at the record, then open the form again.',
  },
  RATE_LIMITED: {
    status: 429,
    title: 'Too many requests',
    text: 'That is more than is allowed at once. Try again in {seconds} seconds.',
  },
  REVEAL_BUDGET_SPENT: {
    status: 429,
    title: 'Too many reveals',
    text: 'You have revealed contact data {limit} times within 24 hours, which is the limit. Ask a colleague, or try again later.',
  },
  DATABASE_UNAVAILABLE: {
    status: 503,
    title: 'Database unavailable',
    text: 'The database does not answer at the moment. Nothing was changed; try again shortly.',
  },
  OUTCOME_UNKNOWN: {
    status: 503,
    title: 'Saved or not',
    text: 'The database fell silent before it said whether this was saved. Send it again: it is not done twice.',
  },
  AUDIT_UNAVAILABLE: {
    status: 503,
    title: 'Audit log unavailable',
    text: 'Nothing was changed because the audit log could not be written. Try again shortly.',
  },
  INTERNAL: {
    status: 500,
    title: 'Something went wrong',
    text: 'Something went wrong on our side. Nothing was changed; try again.',
  },
  CARD_NUMBER_NOT_ALLOWED: {
    status: 422,
    title: 'Card number',
    text: 'This looks like a card number (…{last4}). Remove it. Nothing was saved.',
  },
  NOT_ELIGIBLE: { status: 409, title: 'Not eligible', text: '{why}' },
  ORDER_NOT_PROCESSABLE: {
    status: 409,
    title: 'Information missing',
    text: 'Cannot process: {missing}. The order goes on by itself once it is there.',
  },
  TOO_MANY_ITEMS: {
    status: 422,
    title: 'Too many at once',
    text: 'This is more than {limit} purchases, the most that one batch takes. Narrow it down, such as by the days when the orders were placed, and run several. Nothing was changed.',
  },
  DRY_RUN_GONE: {
    status: 409,
    title: 'Dry run gone',
    text: 'This dry run is older than a day, or it is not yours. Look at a new one. Nothing was changed.',
  },
  DRY_RUN_USED: {
    status: 409,
    title: 'Run already',
    text: 'This dry run was run already. Look at its batch, or at a new dry run. Nothing was changed.',
  },
  DRY_RUN_DIFFERS: {
    status: 409,
    title: 'Not what was looked at',
    text: 'The dry run was for another {what}. Look at a new one. Nothing was changed.',
  },
  OWN_PROPOSAL: {
    status: 409,
    title: 'Your own proposal',
    text: 'You proposed this batch, so another manager must approve it.',
  },
  INVALID_TRANSITION: { status: 409, title: 'Not possible in this state', text: '{why}' },
  CUSTOMER_ERASED: {
    status: 409,
    title: 'Customer erased',
    text: "This customer's personal data was removed and cannot be shown or entered here.",
  },
  EMAIL_TAKEN: {
    status: 409,
    title: 'E-mail address taken',
    text: 'Another customer has this e-mail address. Nothing was saved.',
  },
  JUSTIFICATION_REQUIRED: {
    status: 422,
    title: 'Justification missing',
    text: 'Write why this request should be answered (at least 20 characters).',
  },
  JUSTIFICATION_REPEATED: {
    status: 422,
    title: 'Justification repeated',
    text: 'This is word for word the justification of {reference}. Write why this request should be answered.',
  },
  DUE_IN_PAST: {
    status: 422,
    title: 'Already due',
    text: 'The answer to this request was due {due}. Confirm that you log it overdue, or set another due instant with a reason.',
  },
  SECOND_PERSON_REQUIRED: {
    status: 409,
    title: 'Second person required',
    text: '{why}',
  },
  SCOPE_CHANGED: {
    status: 409,
    title: 'Scope changed',
    text: 'The scope changed after it was sent for approval. Review the changes and send it again.',
  },
  REQUESTER_NOT_VERIFIED: {
    status: 409,
    title: 'Requester not verified',
    text: 'Confirm the officer through a contact you found independently, then record how.',
  },
  GROUND_REQUIRED: {
    status: 409,
    title: 'Ground missing',
    text: 'Without a ground in our policy only a compulsory legal process can be answered. State the ground, or exclude everyone.',
  },
  SUBJECT_UNDECIDED: {
    status: 422,
    title: 'Subjects undecided',
    text: 'Decide every subject before you send the request for approval.',
  },
  REVISION_IMMUTABLE: {
    status: 409,
    title: 'Published',
    text: 'Revision {number} is published. Start a new draft from it.',
  },
  REVIEWED_TEXT_DIFFERS: {
    status: 409,
    title: 'The draft changed',
    text: 'The draft changed after you opened the comparison. Look at the new comparison before publishing.',
  },
  BASE_OUTDATED: {
    status: 409,
    title: 'Based on an older revision',
    text: 'Revision {number} was published since this draft started. Merge it first.',
  },
  DEVIATION_REQUIRED: {
    status: 422,
    title: 'Deviation notice missing',
    text: 'Changes take effect when posted. To defer, post a deviation notice with this revision.',
  },
  VIEW_HOLDS_PERSON: {
    status: 422,
    title: 'About one person',
    text: 'A saved view holds no search and nothing that names one person, because it is kept and may be shared. Nothing was saved.',
  },
  LINT_FAILED: {
    status: 422,
    title: 'The checks found something',
    text: 'The checks before publishing found something: {what}. Correct the draft, or say why it is published all the same.',
  },
  DEVIATION_IMMUTABLE: {
    status: 409,
    title: 'Posted',
    text: 'This deviation is posted and stays as it is. Post another, and end this one if it still runs.',
  },
  NOTHING_CHANGED: {
    status: 409,
    title: 'Nothing changed',
    text: 'The draft says word for word what revision {number} says. There is nothing to publish.',
  },
} as const satisfies Record<string, { status: number; title: string; text: string }>

export type ErrorCode = keyof typeof errors

/** What a body of `application/problem+json` (RFC 9457) looks like here. */
export type Problem = {
  type: string
  title: string
  status: number
  code: ErrorCode
  message: string
  errors: Record<string, unknown> & { root?: { serverError: string } }
  details: Record<string, unknown>
  requestId: string
}

/** The sentence of a code with its values filled in. */
export function errorText(code: ErrorCode, values: Record<string, string | number> = {}): string {
  return errors[code].text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
