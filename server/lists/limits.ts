/** Rows a page, offset, ids and the bound up to which a filtered list is counted (docs/decisions/023-speed.md). */
export const limits = { rows: 1000, offset: 100_000, ids: 500, counted: 10_000, filterLength: 24_000 }
