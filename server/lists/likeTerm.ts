/** A term for LIKE, in which the wildcards mean themselves. */
export const likeTerm = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`
