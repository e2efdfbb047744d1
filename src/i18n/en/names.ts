/** What the pages of the side bar are called: said before any of them is opened. */
export const names = {
  start: 'Start',
  customers: 'Customer |||| Customers',
  purchases: 'Purchase |||| Purchases',
  batches: 'Batch |||| Batches',
  disclosures: 'Disclosure |||| Disclosures',
  policies: 'Policy |||| Policies',
  events: 'Event |||| Events',
  settings: 'Setting |||| Settings',
}
