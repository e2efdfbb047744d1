/** What a spreadsheet takes for the beginning of a formula, also behind blanks, quotes and in full width. */
const formula = /^[\s"'\u200b-\u200f\ufeff]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u

/** A cell that a spreadsheet shows as text and never computes. */
export const spreadsheetSafe = (text: string) => (formula.test(text) ? `'${text}` : text)
