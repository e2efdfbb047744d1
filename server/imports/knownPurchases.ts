import { inArray, sql } from 'drizzle-orm'
import type { Tx } from '../database/connect.ts'
import { purchaseItems, purchases } from '../database/schema/purchases.ts'

export type KnownItem = typeof purchaseItems.$inferSelect
export type KnownPurchase = Omit<
  typeof purchases.$inferSelect,
  'reference' | 'createdAt' | 'updatedAt' | 'searchText'
> & {
  /** Null until the database gives one. */
  reference: string | null
  items: KnownItem[]
}
export type KnownPurchases = ReturnType<typeof knownPurchases>

/** The purchases that rows may mean, by the shop's own id. */
export function knownPurchases(source: string) {
  const byExternalId = new Map<string, KnownPurchase>()
  return {
    get: (externalId: string) => byExternalId.get(externalId),
    add: (externalId: string, purchase: KnownPurchase) => byExternalId.set(externalId, purchase),
    load: async (tx: Tx, externalIds: string[], { lock }: { lock: boolean }) => {
      const query = tx
        .select()
        .from(purchases)
        .where(
          sql`${purchases.id} = ANY(ARRAY(
            SELECT id FROM purchases WHERE source = ${source} AND external_id = ANY(${sql.param(externalIds)}::text[])))`,
        )
        .orderBy(purchases.id)
      const found = (await (lock ? query.for('update') : query)).filter(
        ({ externalId }) => externalId !== null && !byExternalId.has(externalId),
      )
      if (found.length === 0) return
      const items = await tx
        .select()
        .from(purchaseItems)
        .where(
          inArray(
            purchaseItems.purchaseId,
            found.map(({ id }) => id),
          ),
        )
        .orderBy(purchaseItems.purchaseId, purchaseItems.position)
      const grouped = Map.groupBy(items, ({ purchaseId }) => purchaseId)
      for (const purchase of found) {
        if (purchase.externalId !== null)
          byExternalId.set(purchase.externalId, { ...purchase, items: grouped.get(purchase.id) ?? [] })
      }
    },
  }
}
