import type { Db } from '../database/connect.ts'

const minute = 60_000
const rememberedAtMost = 1000

/** Totals of a noun that took long to count, so that the next page need not count them again. */
type KnownTotals = {
  recall: (asked: string, now: Date) => number | undefined
  remember: (asked: string, total: number, now: Date, minutes: number) => void
}

const known = new WeakMap<Db, Map<string, KnownTotals>>()

/** What is known of a noun, on this server alone; `asked` says which rows were counted, and for whom. */
export function knownTotals(db: Db, noun: string): KnownTotals {
  const nouns = known.get(db) ?? new Map<string, KnownTotals>()
  known.set(db, nouns)
  const totals = nouns.get(noun) ?? inMemory()
  nouns.set(noun, totals)
  return totals
}

function inMemory(): KnownTotals {
  const totals = new Map<string, { total: number; until: number }>()
  return {
    recall(asked, now) {
      const found = totals.get(asked)
      return found && found.until > now.getTime() ? found.total : undefined
    },
    remember(asked, total, now, minutes) {
      if (totals.size >= rememberedAtMost) totals.clear()
      totals.set(asked, { total, until: now.getTime() + minutes * minute })
    },
  }
}
