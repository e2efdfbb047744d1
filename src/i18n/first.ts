import english from 'ra-language-english'
import { customers } from './en/customers.ts'
import { names } from './en/names.ts'
import { shell } from './en/shell.ts'
import { states } from './en/states.ts'

const { start, ...nouns } = names

/** What stands on every page, on the sign-in page and on the list of customers; all else is loaded with its page. */
export const first = {
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
  states,
  start: { name: start },
  resources: {
    ...Object.fromEntries(Object.entries(nouns).map(([noun, name]) => [noun, { name }])),
    customers: customers.resource,
  },
}
