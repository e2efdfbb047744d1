/** How many of the six columns of a form an input takes; on a phone each takes the whole width. */
export const spanned = (span: number) => ({ gridColumn: { xs: '1 / -1', sm: `span ${span}` } })

export const labelOf = (source: string) => `resources.disclosures.fields.${source}`
