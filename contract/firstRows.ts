/** Of a page of a list, until somebody chooses another number. */
export const rowsAtOnce = 25

/** The order of the list of customers, until somebody chooses another. */
export const customersOrder = { field: 'lastName', order: 'ASC' } as const

/**
 * Where the list of customers finds what it shows at first, to the letter of ra-data-simple-rest. The server names it
 * beside the page, so that the browser asks before it has read the code that would.
 */
export const firstCustomers = `/api/customers?${new URLSearchParams({
  filter: '{}',
  range: JSON.stringify([0, rowsAtOnce - 1]),
  sort: JSON.stringify([customersOrder.field, customersOrder.order]),
})}`
