/** Characters that a list is searched by at the most. */
export const longestSearch = 100
