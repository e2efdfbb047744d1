import english from 'ra-language-english'
import { customers } from './en/customers.ts'
import { disclosures } from './en/disclosures.ts'
import { events } from './en/events.ts'
import { keyboard } from './en/keyboard.ts'
import { policies } from './en/policies.ts'
import { purchases } from './en/purchases.ts'
import { revisions } from './en/revisions.ts'
import { shell } from './en/shell.ts'
import { start } from './en/start.ts'
import { states } from './en/states.ts'
import { views } from './en/views.ts'

/** Every text that a person reads in the staff screens. A noun's own texts are in `en/{noun}.ts`. */
export const en = {
  ...english,
  ra: {
    ...english.ra,
    navigation: {
      ...english.ra.navigation,
      partial_page_range_info: '%{offsetBegin}–%{offsetEnd}',
      page_range_info: '%{offsetBegin}–%{offsetEnd}',
    },
    notification: {
      ...english.ra.notification,
      application_update_available: 'A new version is ready.',
      http_error: 'The server cannot be reached. Check the connection and try again.',
    },
    action: { ...english.ra.action, update_application: 'Load it' },
  },
  ...shell,
  keyboard,
  start,
  states,
  resources: {
    customers: customers.resource,
    addresses: customers.addresses,
    purchases: purchases.resource,
    events: events.resource,
    disclosures: disclosures.resource,
    decisions: { name: 'Decision |||| Decisions' },
    policies: policies.resource,
    revisions: revisions.resource,
    views: views.resource,
  },
  acts: {
    ...shell.acts,
    customers: customers.acts,
    disclosures: disclosures.acts,
    purchases: purchases.acts,
    revisions: revisions.acts,
  },
  choices: { ...customers.choices, ...disclosures.choices, ...purchases.choices, ...revisions.choices },
  events: {
    ...events.texts,
    reasons: { ...disclosures.reasons, ...events.texts.reasons },
    said: {
      ...events.said,
      customers: customers.said,
      disclosures: disclosures.said,
      purchases: purchases.said,
      policies: policies.said,
      revisions: revisions.said,
      views: views.said,
    },
  },
}
