/** As the contract counts: code points, after runs of whitespace became one. */
export const lengthOf = (text: string) => [...text.trim().replace(/\s+/g, ' ')].length
