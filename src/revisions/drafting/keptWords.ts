import { z } from 'zod'
import { DraftWords } from '../draftWords.ts'
import { choices } from './decisions.ts'

const decision = z.object({ choice: z.enum(choices), own: z.string() })

/** Words that the server does not have yet, with what they were written upon. */
export const KeptWords = z.object({
  at: z.string(),
  began: DraftWords,
  words: DraftWords,
  decisions: z.record(z.string(), decision),
})
export type KeptWords = z.infer<typeof KeptWords>

const prefix = (userId: string, draftId: string) => `steward.words.${userId}.${draftId}.`

/** One place for each page: two pages of one person never write over each other. */
export const placeFor = (userId: string, draftId: string, desk: string) => prefix(userId, draftId) + desk

/** False where the browser has no room or keeps nothing at all. */
export function keepWords(place: string, kept: KeptWords): boolean {
  try {
    localStorage.setItem(place, JSON.stringify(kept))
    return true
  } catch (error) {
    if (error instanceof DOMException) return false
    throw error
  }
}

export const forgetWords = (place: string) => localStorage.removeItem(place)

export type Found = { place: string; desk: string; kept: KeptWords }

/** What this person left in this browser of this draft, the latest first; of nobody else's anything. */
export function foundWords(userId: string, draftId: string): Found[] {
  const start = prefix(userId, draftId)
  const places = Object.keys(localStorage).filter((place) => place.startsWith(start))
  return places
    .flatMap((place): Found[] => {
      const kept = parsed(localStorage.getItem(place))
      return kept ? [{ place, desk: place.slice(start.length), kept }] : []
    })
    .toSorted((one, other) => other.kept.at.localeCompare(one.kept.at))
}

function parsed(text: string | null): KeptWords | null {
  if (text === null) return null
  try {
    return KeptWords.safeParse(JSON.parse(text)).data ?? null
  } catch (error) {
    // Not ours, or of another time.
    if (error instanceof SyntaxError) return null
    throw error
  }
}
