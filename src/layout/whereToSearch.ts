import type { Noun } from '../../contract/permissions.ts'

/** Staff read references out of mails: each names its noun; anything else is looked for among the customers. */
export function whereToSearch(term: string): Noun {
  if (/^p-\d|^#/i.test(term)) return 'purchases'
  return /^dr-\d/i.test(term) ? 'disclosures' : 'customers'
}
