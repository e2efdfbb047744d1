/** How the list of purchases stands until somebody says otherwise. */
export const listOrder = { field: 'placedAt', order: 'DESC' } as const
export const activeOnly = { activation: 'active' }
