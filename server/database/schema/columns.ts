import { bigint, customType, integer, timestamp } from 'drizzle-orm/pg-core'

// The SQL files in migrations/ make the tables; these pages only tell TypeScript their shapes.

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
export const money = (name: string) => bigint(name, { mode: 'number' })
export const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })
export const stamps = {
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
}
export const version = integer('version').notNull().default(1)
