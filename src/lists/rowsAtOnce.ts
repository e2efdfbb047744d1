/** Of a page, until somebody chooses another number. */
export const rowsAtOnce = 25
