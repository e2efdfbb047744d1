import type { Client } from 'pg'

/** What the load asks for, drawn anew for each run; each list is longer than any round gets through. */
export type Samples = {
  customers: string[]
  /** Their purchases fill a page at either size, so that what grows is the work and not the answer. */
  buyers: string[]
  purchases: string[]
  /** Active ones that may be put away; each is used once. */
  final: string[]
  rare: string[]
  emails: string[]
  phones: string[]
  names: string[]
  /** As the shop gave them to purchases. */
  numbers: string[]
  total: number
}

const many = 30_000
/** Each is used once, on every side and in every round. */
const manyFinal = 55_000

/** Draws the samples. What earlier runs put away is brought back first. */
export async function drawSamples(owner: Client): Promise<Samples> {
  await owner.query(`UPDATE purchases SET activation = 'active', deactivation_reason = NULL, deactivated_at = NULL,
    deactivated_by = NULL, activity_facts = NULL, version = 1 WHERE deactivation_reason IN ('duplicate', 'test_order')`)
  await owner.query('DELETE FROM openings')
  const drawn = async (sql: string) => {
    const { rows } = await owner.query<{ value: string }>(sql)
    return rows.map(({ value }) => value)
  }
  const sampled = (table: string) =>
    `(SELECT * FROM ${table} TABLESAMPLE BERNOULLI (least(100, 100.0 * ${manyFinal * 3} / (SELECT greatest(reltuples, 1) FROM pg_class WHERE oid = '${table}'::regclass)))) AS drawn`
  const customers = (column: string, where = 'true', limit = many) =>
    drawn(
      `SELECT ${column} AS value FROM ${sampled('customers')} WHERE ${where} ORDER BY random() LIMIT ${limit}`,
    )
  const purchases = (column: string, where = 'true', limit = many) =>
    drawn(
      `SELECT ${column} AS value FROM ${sampled('purchases')} WHERE ${where} ORDER BY random() LIMIT ${limit}`,
    )
  const [total] = await drawn(`SELECT sum(rows)::text AS value FROM row_counts WHERE noun = 'customers'`)
  return {
    customers: await customers('id'),
    buyers: await drawn(
      `SELECT customer_id AS value FROM purchases GROUP BY 1 HAVING count(*) > 25 ORDER BY random() LIMIT ${many}`,
    ),
    purchases: await purchases('id'),
    final: await purchases(
      'id',
      `activation = 'active' AND version = 1 AND open_matter = 'none' AND order_status IN ('delivered', 'cancelled', 'refunded')`,
      manyFinal,
    ),
    // Of these the generator makes eighteen thousand, so that few people bear one.
    rare: await customers(
      'last_name',
      `last_name ~ '^(Bra|Quar|Zim|Eber)[a-z]+(berg|quist|heim|auer)$'`,
      200,
    ),
    emails: await customers(
      `left(email, position('@' IN email) - 1)`,
      `email ~ '^[a-z]+[.][a-z]+[0-9]+@'`,
      200,
    ),
    phones: await customers('right(phone, 7)', 'phone IS NOT NULL', 200),
    names: await customers(
      `first_name || ' ' || last_name`,
      `name ~ '^[A-Za-z]+ [A-Za-z]+$' AND length(last_name) > 3`,
      200,
    ),
    numbers: (await purchases('number', `number ~ '^[#A-Z0-9-]+$'`)).slice(0, 200),
    total: Number(total),
  }
}
