/** What stands beside a field whose text holds what looks like a card number. */
export const cardRefusal = (last4: string) => `This looks like a card number (…${last4}). Remove it.`

/** The last four digits of the number that such a sentence is about, or null for any other sentence. */
export function refusedCard(text: string): string | null {
  const last4 = /\(…(\d{4})\)/.exec(text)?.[1]
  return last4 !== undefined && text === cardRefusal(last4) ? last4 : null
}
