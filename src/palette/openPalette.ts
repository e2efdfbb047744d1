import { createContext } from 'react'

/** What the button in the top bar does: open, and load beforehand. */
type OpenPalette = { open: () => void; prefetch: () => void }

export const OpenPaletteContext = createContext<OpenPalette>({
  open: () => undefined,
  prefetch: () => undefined,
})
