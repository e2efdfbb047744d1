/** The order of the list until somebody chooses another. */
export const listOrder = { field: 'lastName', order: 'ASC' } as const
