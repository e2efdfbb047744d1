/** What the invented shop sells: sku, title and price in cents. A house of lamps, paper and tea. */
export const goods = [
  ['LMP-001', 'Desk lamp, brass', 8900],
  ['LMP-002', 'Clamp lamp, black', 5900],
  ['LMP-003', 'Paper lantern, 45 cm', 2450],
  ['LMP-004', 'Reading light for beds', 3990],
  ['PPR-011', 'Notebook, dotted, A5', 1290],
  ['PPR-012', 'Letter paper, 50 sheets', 1850],
  ['PPR-013', 'Fountain pen ink, midnight blue', 990],
  ['PPR-014', 'Calendar of tides', 1600],
  ['TEA-021', 'Darjeeling first flush, 100 g', 1420],
  ['TEA-022', 'Smoked tea, 250 g', 1180],
  ['TEA-023', 'Teapot, cast iron, 0.8 l', 6750],
  ['TEA-024', 'Tasting box, 12 teas', 2990],
  ['HSE-031', 'Linen tablecloth, 140 × 220', 7900],
  ['HSE-032', 'Beeswax candles, box of 10', 2150],
  ['HSE-033', 'Doormat, coir', 2700],
  ['GFT-041', 'Gift wrapping', 350],
] as const

/** How many minor units of a currency stand for one cent of the price list, and its tax in tenths of a per cent. */
export const money: Record<string, { rate: number; taxPerMille: number; shipping: number }> = {
  EUR: { rate: 1, taxPerMille: 190, shipping: 490 },
  GBP: { rate: 0.86, taxPerMille: 200, shipping: 450 },
  USD: { rate: 1.08, taxPerMille: 80, shipping: 790 },
  PLN: { rate: 4.3, taxPerMille: 230, shipping: 1900 },
  BRL: { rate: 5.9, taxPerMille: 170, shipping: 3900 },
  SEK: { rate: 11.2, taxPerMille: 250, shipping: 5900 },
  UAH: { rate: 44, taxPerMille: 200, shipping: 12000 },
  JPY: { rate: 1.6, taxPerMille: 100, shipping: 800 },
  KRW: { rate: 15, taxPerMille: 100, shipping: 4000 },
  AED: { rate: 4, taxPerMille: 50, shipping: 2500 },
  ILS: { rate: 4, taxPerMille: 170, shipping: 3500 },
}
