/** A seeded stream of numbers (mulberry32), so that the invented shop is the same everywhere. */
export type Random = {
  /** A whole number from `from` to `to`, both included. */
  int: (from: number, to: number) => number
  pick: <T>(list: readonly T[]) => T
  /** True in `share` of the cases. */
  chance: (share: number) => boolean
  /** An index into `size`, small ones far more often: a few buyers buy most. */
  skewed: (size: number) => number
}

export function random(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    int,
    pick: (list) => {
      const picked = list[int(0, list.length - 1)]
      if (picked === undefined) throw new RangeError('nothing to pick from')
      return picked
    },
    chance: (share) => next() < share,
    skewed: (size) => Math.min(size - 1, Math.floor(next() ** 2.2 * size)),
  }
}
