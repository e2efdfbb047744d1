import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'

const Stored = z.object({ line: z.number(), cells: z.string() })
const Cells = z.array(z.string())

type Line = { line: number; cells: string[] }
export type ItemShelf = ReturnType<typeof itemShelf>

/**
 * Lines of items laid aside on the disk by the purchase they name: they may stand in any order, and there may be
 * millions. The file has no name, is readable by nobody else and is gone with the process, however that ends.
 */
export function itemShelf() {
  const disk = new DatabaseSync('')
  disk.exec(`PRAGMA journal_mode = OFF;
    CREATE TABLE items (n INTEGER PRIMARY KEY, purchase TEXT NOT NULL, line INTEGER NOT NULL, cells TEXT NOT NULL);
    CREATE TABLE asked (purchase TEXT PRIMARY KEY) WITHOUT ROWID;
    BEGIN`)
  const insert = disk.prepare('INSERT INTO items (purchase, line, cells) VALUES (?, ?, ?)')
  return {
    add: (purchase: string, { line, cells }: Line) => insert.run(purchase, line, JSON.stringify(cells)),
    /** What was laid aside, to be asked for now. Sorting it once is quicker than keeping it sorted. */
    sorted: () => {
      disk.exec('CREATE INDEX items_by_purchase ON items (purchase)')
      const remember = disk.prepare('INSERT OR IGNORE INTO asked VALUES (?)')
      const find = disk.prepare('SELECT line, cells FROM items WHERE purchase = ? ORDER BY n')
      return {
        take: (purchase: string): Line[] => {
          remember.run(purchase)
          return find.all(purchase).map((row) => {
            const { line, cells } = Stored.parse(row)
            return { line, cells: Cells.parse(JSON.parse(cells)) }
          })
        },
        /** The lines that nobody took, in the order of the file. */
        left: () => linesLeft(disk),
      }
    },
    close: () => disk.close(),
  }
}

function* linesLeft(disk: DatabaseSync): Generator<number> {
  const left = disk.prepare('SELECT line, cells FROM items WHERE purchase NOT IN asked ORDER BY n')
  for (const row of left.iterate()) yield Stored.parse(row).line
}
