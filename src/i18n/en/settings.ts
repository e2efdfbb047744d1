import type { RequirementField } from '../../../contract/settings.ts'
import { names } from './names.ts'

const fields: Record<RequirementField, string> = {
  name: 'Name',
  company: 'Company',
  email: 'E-mail',
  phone: 'Phone',
  billingAddress: 'Billing address',
  shippingAddress: 'Shipping address',
  locale: 'Language',
  timeZone: 'Time zone',
}

/** What a changed field of the matrix is called in a history. */
const parts = Object.fromEntries(
  Object.entries(fields).map(([field, name]) => [
    field,
    {
      requirement: `${name}, when it is required`,
      label: `${name}, what it is called`,
      why: `${name}, why we ask`,
    },
  ]),
)

export const settings = {
  resource: {
    name: names.settings,
    says: 'What holds for the whole shop. Every change is kept with who made it and when.',
    read_only: 'Managers change these. You can read them.',
    fields: {
      ...parts,
      inactiveDays: 'Days without activity',
      twoPersons: 'Publishing by two persons',
    },
    field: fields,
    requirements: {
      name: 'Required information',
      says: 'What customers have to give. An order without what it needs is held back, says what is missing, and goes on by itself once it is there.',
      field: 'Field',
      requirement: 'Required',
      requirement_of: '%{field}: required',
      label: 'Called in front of the customer',
      label_of: '%{field}: called in front of the customer',
      why: 'Why we ask',
      told: '“%{why}”',
      why_of: '%{field}: why we ask',
    },
    deactivation: {
      name: 'Inactive accounts',
      says: 'After how many days without activity past purchases of an account are suggested for deactivation.',
      help: 'Whole days, 1 to 3,650. Purchases that were deactivated keep the number of their day.',
    },
    publishing: {
      name: 'Publishing policies',
      says: 'Whether somebody else than whoever edited a draft last has to publish it.',
      twoPersons: 'A second person publishes',
      on: 'On: whoever edited a draft last cannot publish it.',
      off: 'Off: a manager may publish a draft of their own.',
    },
    save: 'Save',
    saved: '%{name}: saved.',
    undo: 'Undo changes',
    unsaved: 'Not saved yet',
    standing: 'Version %{version}, by %{name},',
    by_default: 'As Steward came. Nobody has changed it.',
    history: 'History',
    hide_history: 'Hide the history',
    first_version: 'Version 1, as Steward came',
    version: 'Version %{version} by %{name}',
    changed: '%{field}: %{before} → %{after}',
    conflict: 'Your entries are kept below, beside what was changed meanwhile. Look at them and save again.',
    both: 'You both changed “%{field}”. It now says “%{theirs}”; yours is kept below.',
    leave: {
      title: 'Leave without saving?',
      text: 'What you entered is not saved. Leaving throws it away.',
      stay: 'Stay here',
      go: 'Leave without saving',
    },
  },
  choices: {
    requirement: {
      required_for_account: 'For an account',
      required_for_order: 'For an order',
      optional: 'Optional',
    },
    needed: {
      required_for_account: 'Needed for an account',
      required_for_order: 'Needed for an order',
    },
    said: { true: 'on', false: 'off' },
  },
  said: { edit: 'changed a setting' },
}
