import { createContext, useContext, useEffect, useRef } from 'react'

/** Something that can be done on the page that is open, in the words of its dialog. */
export type Offer = {
  id: string
  label: string
  /** Why it cannot be done now, or null. */
  refusal: string | null
  run: () => void
}

export type Register = (read: () => Offer | null) => () => void

/** Where what is on the page says what can be done there; without a palette around it, nowhere. */
export const Offers = createContext<Register>(() => () => undefined)

/** Puts an act into the palette for as long as its button is on the page; null takes it out. */
export function useOffer(offer: Offer | null) {
  const register = useContext(Offers)
  const latest = useRef(offer)
  latest.current = offer
  useEffect(() => register(() => latest.current), [register])
}
