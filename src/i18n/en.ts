import { addresses } from './en/addresses.ts'
import { batches } from './en/batches.ts'
import { changes, neighbours } from './en/changes.ts'
import { customers } from './en/customers.ts'
import { deviations } from './en/deviations.ts'
import { disclosures } from './en/disclosures.ts'
import { events } from './en/events.ts'
import { keyboard } from './en/keyboard.ts'
import { palette } from './en/palette.ts'
import { policies } from './en/policies.ts'
import { purchases } from './en/purchases.ts'
import { review } from './en/review.ts'
import { revisions } from './en/revisions.ts'
import { settings } from './en/settings.ts'
import { shell } from './en/shell.ts'
import { start } from './en/start.ts'
import { views } from './en/views.ts'
import { first } from './first.ts'

/**
 * Every text that a person reads in the staff screens. A noun's own texts are in `en/{noun}.ts`.
 * Loaded with the first page that needs more than `first`.
 */
export const en = {
  ...first,
  start,
  keyboard,
  palette,
  changes,
  neighbours,
  views: { ...first.views, ...views.texts },
  resources: {
    ...first.resources,
    customers: customers.resource,
    addresses: addresses.resource,
    purchases: purchases.resource,
    batches: batches.resource,
    items: batches.items,
    events: events.resource,
    disclosures: disclosures.resource,
    decisions: { name: 'Decision |||| Decisions' },
    policies: policies.resource,
    revisions: { ...revisions.resource, ...review.resource },
    deviations: deviations.resource,
    settings: settings.resource,
    views: views.resource,
  },
  acts: {
    ...shell.acts,
    addresses: addresses.acts,
    customers: customers.acts,
    disclosures: disclosures.acts,
    purchases: purchases.acts,
    batches: { ...batches.acts, select: batches.select, dialog: batches.dialog },
    revisions: { ...revisions.acts, ...review.acts },
    deviations: deviations.acts,
    views: views.acts,
  },
  choices: {
    ...customers.choices,
    ...batches.choices,
    ...disclosures.choices,
    ...purchases.choices,
    ...revisions.choices,
    ...settings.choices,
  },
  events: {
    ...events.texts,
    reasons: { ...disclosures.reasons, ...events.texts.reasons },
    said: {
      ...events.said,
      addresses: addresses.said,
      customers: customers.said,
      disclosures: disclosures.said,
      purchases: purchases.said,
      batches: batches.said,
      policies: policies.said,
      revisions: { ...revisions.said, ...review.said },
      deviations: deviations.said,
      settings: settings.said,
      views: views.said,
    },
  },
}
