import english from 'ra-language-english'
import { customers } from './en/customers.ts'
import { events } from './en/events.ts'
import { purchases } from './en/purchases.ts'
import { shell } from './en/shell.ts'
import { start } from './en/start.ts'
import { states } from './en/states.ts'

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
  start,
  states,
  resources: {
    customers: customers.resource,
    addresses: customers.addresses,
    purchases: purchases.resource,
    events: events.resource,
    disclosures: { name: 'Disclosure |||| Disclosures' },
    decisions: { name: 'Decision |||| Decisions' },
    policies: { name: 'Policy |||| Policies' },
    revisions: { name: 'Revision |||| Revisions' },
  },
  acts: { ...shell.acts, customers: customers.acts, purchases: purchases.acts },
  choices: { ...customers.choices, ...purchases.choices },
  events: {
    ...events.texts,
    said: { ...events.said, customers: customers.said, purchases: purchases.said },
  },
}
