/** What to do instead of deleting, noun by noun ("Past purchases cannot be deleted but will be deactivated"). */
const instead: Readonly<Record<string, string>> = {
  changes: 'What was changed, by whom and why, is kept as it was.',
  purchases: 'Purchases are kept as records. You can deactivate this one instead.',
  customers: 'Customers are kept as records. Their personal data is removed by an erasure request.',
  addresses: 'Addresses are kept, because past purchases refer to them. You can retire this one instead.',
  batches: 'Batches are kept as records. You can stop this one, or bring back what it changed.',
  items: 'What became of each purchase of a batch is kept as a record.',
  disclosures: 'Requests are kept as records. A draft can be discarded with a reason instead.',
  decisions: 'Decisions are kept as records and never change.',
  policies: 'Policies are kept, because people relied on them.',
  revisions: 'Revisions are kept, because people relied on them. A draft can be discarded instead.',
  settings: 'Settings are kept with every version they had. Change this one instead.',
  versions: 'Earlier versions of a draft are kept. You can bring one back instead.',
  deviations: 'Deviations are kept, because people relied on them. A posted one can be ended early instead.',
  colleagues: 'Members of staff are kept, because records name them.',
  views: 'Views are kept, because colleagues may use them. You can retire this one instead.',
  events: 'The audit record is never deleted.',
}

/** The sentence that answers an attempt to delete at this address. */
export const insteadOfDeleting = (path: string) =>
  instead[path.split('/')[2] ?? ''] ?? 'Records are kept. Nothing can be deleted.'
