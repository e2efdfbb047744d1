type Ask = (name: string, text: string, values: unknown[]) => Promise<Record<string, unknown>[]>
type Answer = (ask: Ask, args: string[]) => Promise<unknown>

const customer = `c.id, c.reference, c.status, c.name, c.first_name, c.last_name, c.company, c.email, c.phone, c.external_id,
  c.source, c.locale, c.time_zone, c.registered_at, c.last_login_at, c.last_order_at, c.last_activity_at, c.version,
  c.created_at, c.updated_at, coalesce(s.city, b.city) AS city, coalesce(s.country, b.country) AS country`
const homes = `LEFT JOIN addresses s ON s.id = c.default_shipping_address_id LEFT JOIN addresses b ON b.id = c.default_billing_address_id`
const byName = `last_name COLLATE "und-x-icu", id`
const purchase = `id, reference, number, customer_id, order_status, activation, open_matter, placed_at, final_at, currency, gross,
  deactivated_at, deactivation_reason, version, created_at, updated_at`
const bound = 10_001

const ofCustomers = (picked: string) =>
  `SELECT ${customer} FROM customers c ${homes} WHERE c.id IN (${picked}) ORDER BY c.last_name COLLATE "und-x-icu", c.id`

/** The questions of the benchmark in plain SQL: as one first writes them, and as they are fastest. */
export const limits: Record<string, { naive: Answer; tuned: Answer }> = {
  list: {
    naive: async (ask, [offset]) => ({
      rows: await ask(
        'naive list',
        `SELECT ${customer} FROM customers c ${homes} ORDER BY c.last_name COLLATE "und-x-icu", c.id LIMIT 25 OFFSET $1`,
        [offset],
      ),
      total: await ask('naive total', 'SELECT count(*) FROM customers', []),
    }),
    tuned: async (ask, [offset]) => {
      const [rows, total] = await Promise.all([
        ask('list', ofCustomers(`SELECT id FROM customers ORDER BY ${byName} LIMIT 25 OFFSET $1`), [offset]),
        ask('total', `SELECT sum(rows) FROM row_counts WHERE noun = 'customers'`, []),
      ])
      return { rows, total }
    },
  },
  filtered: {
    naive: async (ask, [status, activation]) => ({
      rows: await ask(
        'naive filtered',
        `SELECT ${purchase} FROM purchases WHERE order_status = $1 AND activation = $2 ORDER BY placed_at DESC, id DESC LIMIT 25`,
        [status, activation],
      ),
      total: await ask(
        'naive filtered total',
        'SELECT count(*) FROM purchases WHERE order_status = $1 AND activation = $2',
        [status, activation],
      ),
    }),
    tuned: async (ask, values) => {
      const [rows, total] = await Promise.all([
        ask(
          'filtered',
          `SELECT ${purchase} FROM purchases WHERE order_status = $1 AND activation = $2 ORDER BY placed_at DESC, id DESC LIMIT 25`,
          values,
        ),
        ask(
          'filtered total',
          `SELECT count(*) FROM (SELECT FROM purchases WHERE order_status = $1 AND activation = $2 LIMIT ${bound}) AS bounded`,
          values,
        ),
      ])
      return { rows, total }
    },
  },
  search: {
    naive: async (ask, words) => {
      const where = words
        .map(
          (_, n) =>
            `(c.first_name ILIKE $${n + 1} OR c.last_name ILIKE $${n + 1} OR c.company ILIKE $${n + 1} OR c.email ILIKE $${n + 1} OR c.phone ILIKE $${n + 1} OR c.reference ILIKE $${n + 1})`,
        )
        .join(' AND ')
      const like = words.map((word) => `%${word}%`)
      return {
        rows: await ask(
          `naive search ${words.length}`,
          `SELECT ${customer} FROM customers c ${homes} WHERE ${where} ORDER BY c.last_name COLLATE "und-x-icu", c.id LIMIT 25`,
          like,
        ),
        total: await ask(
          `naive search total ${words.length}`,
          `SELECT count(*) FROM customers c WHERE ${where}`,
          like,
        ),
      }
    },
    tuned: async (ask, words) => {
      const isPhone = words.every((word) => /^[+\d]+$/.test(word))
      const column = isPhone ? 'search_digits' : 'search_text'
      const where = words.map((_, n) => `${column} LIKE fold($${n + 1})`).join(' AND ')
      const like = words.map((word) => `%${word.replace(/^\+/, '')}%`)
      const hits = `SELECT id, last_name FROM customers WHERE ${where} LIMIT ${bound}`
      const [found] = await ask(
        `hits ${column} ${words.length}`,
        `WITH hits AS MATERIALIZED (${hits}) SELECT (SELECT count(*)::int FROM hits) AS total,
          ARRAY(SELECT id FROM hits ORDER BY ${byName} LIMIT 25) AS ids`,
        like,
      )
      const total = Number(found?.total)
      if (total < bound)
        return { rows: await ask('found', ofCustomers('SELECT unnest($1::uuid[])'), [found?.ids]), total }
      const near = await ask(
        `near ${column} ${words.length}`,
        ofCustomers(
          `SELECT id FROM (SELECT * FROM customers ORDER BY ${byName} LIMIT 1000) AS near WHERE ${where} ORDER BY ${byName} LIMIT 25`,
        ),
        like,
      )
      const rows =
        near.length === 25
          ? near
          : await ask(
              `all ${column} ${words.length}`,
              ofCustomers(
                `SELECT id FROM (SELECT id, last_name FROM customers WHERE ${where} OFFSET 0) AS hits ORDER BY ${byName} LIMIT 25`,
              ),
              like,
            )
      return { rows, total }
    },
  },
  purchaseSearch: {
    naive: async (ask, [q]) => {
      const from = `FROM purchases p JOIN customers c ON c.id = p.customer_id WHERE p.number ILIKE $1 OR p.reference ILIKE $1
        OR c.name ILIKE $1 OR c.company ILIKE $1 OR c.email ILIKE $1`
      const columns = purchase.replaceAll(/(\w+)(?=,|$)/g, 'p.$1')
      return {
        rows: await ask(
          'naive purchase search',
          `SELECT ${columns} ${from} ORDER BY p.placed_at DESC, p.id DESC LIMIT 5`,
          [`%${q}%`],
        ),
        total: await ask('naive purchase search total', `SELECT count(*) ${from}`, [`%${q}%`]),
      }
    },
    tuned: async (ask, [q = '']) => {
      const words = q.split(' ')
      const owned = words.map((_, n) => `search_text LIKE fold($${n + 2})`).join(' AND ')
      const found = await ask(
        `purchase hits ${words.length}`,
        `WITH hits AS MATERIALIZED (SELECT id, placed_at FROM purchases WHERE search_text LIKE fold($1)
            OR customer_id = ANY (ARRAY(SELECT id FROM customers WHERE ${owned} LIMIT 200)) LIMIT ${bound})
          SELECT (SELECT count(*)::int FROM hits) AS total, ARRAY(SELECT id FROM hits ORDER BY placed_at DESC, id DESC LIMIT 5) AS ids`,
        [`%${q}%`, ...words.map((word) => `%${word}%`)],
      )
      const rows = await ask(
        'found purchases',
        `SELECT ${purchase} FROM purchases WHERE id = ANY ($1::uuid[]) ORDER BY placed_at DESC, id DESC`,
        [found[0]?.ids],
      )
      return { rows, total: found[0]?.total }
    },
  },
  purchase: {
    naive: async (ask, [id]) => ({
      ...(await ask('naive purchase', 'SELECT * FROM purchases WHERE id = $1', [id]))[0],
      items: await ask(
        'naive items',
        'SELECT * FROM purchase_items WHERE purchase_id = $1 ORDER BY position',
        [id],
      ),
      history: await ask(
        'naive history',
        'SELECT * FROM purchase_activations WHERE purchase_id = $1 ORDER BY at DESC',
        [id],
      ),
      facts: await ask(
        'naive facts',
        'SELECT last_login_at, last_order_at, last_activity_at FROM customers WHERE id = (SELECT customer_id FROM purchases WHERE id = $1)',
        [id],
      ),
    }),
    tuned: async (ask, [id]) => {
      const [one] = await ask(
        'purchase',
        `SELECT p.*, c.last_login_at, c.last_order_at, c.last_activity_at, staff.name AS by,
          (SELECT coalesce(json_agg(i ORDER BY position), '[]') FROM purchase_items i WHERE i.purchase_id = p.id) AS items,
          (SELECT coalesce(json_agg(a ORDER BY at DESC), '[]') FROM purchase_activations a WHERE a.purchase_id = p.id) AS history
         FROM purchases p JOIN customers c ON c.id = p.customer_id LEFT JOIN staff ON staff.id = p.deactivated_by WHERE p.id = $1`,
        [id],
      )
      return one
    },
  },
  customer: {
    naive: async (ask, [id]) =>
      ask('naive customer', `SELECT ${customer} FROM customers c ${homes} WHERE c.id = $1`, [id]),
    tuned: async (ask, [id]) =>
      ask('customer', `SELECT ${customer} FROM customers c ${homes} WHERE c.id = $1`, [id]),
  },
  purchasesOf: {
    naive: async (ask, [id]) => ({
      rows: await ask(
        'naive purchases',
        `SELECT ${purchase} FROM purchases WHERE customer_id = $1 ORDER BY placed_at DESC, id DESC LIMIT 25`,
        [id],
      ),
      total: await ask('naive purchases total', 'SELECT count(*) FROM purchases WHERE customer_id = $1', [
        id,
      ]),
    }),
    tuned: async (ask, [id]) => {
      const [rows, total] = await Promise.all([
        ask(
          'purchases',
          `SELECT ${purchase} FROM purchases WHERE customer_id = $1 ORDER BY placed_at DESC, id DESC LIMIT 25`,
          [id],
        ),
        ask(
          'purchases total',
          `SELECT count(*) FROM (SELECT FROM purchases WHERE customer_id = $1 LIMIT ${bound}) AS bounded`,
          [id],
        ),
      ])
      return { rows, total }
    },
  },
  many: {
    naive: async (ask, ids) =>
      Promise.all(
        ids.map((id) =>
          ask('naive one', `SELECT ${customer} FROM customers c ${homes} WHERE c.id = $1`, [id]),
        ),
      ),
    tuned: async (ask, ids) =>
      ask(
        'many',
        `SELECT ${customer} FROM customers c ${homes} WHERE c.id = ANY($1::uuid[]) ORDER BY c.last_name COLLATE "und-x-icu", c.id`,
        [ids],
      ),
  },
  deactivate: {
    naive: async (ask, [id]) => {
      await ask('naive version', 'SELECT version FROM purchases WHERE id = $1', [id])
      await ask(
        'naive deactivate',
        `UPDATE purchases SET activation = 'deactivated', deactivation_reason = 'duplicate', deactivated_at = now(), updated_at = now(), version = version + 1 WHERE id = $1 AND version = 1`,
        [id],
      )
      return ask('naive deactivated', 'SELECT * FROM purchases WHERE id = $1', [id])
    },
    tuned: async (ask, [id]) =>
      ask(
        'deactivate',
        `UPDATE purchases SET activation = 'deactivated', deactivation_reason = 'duplicate', deactivated_at = now(), updated_at = now(), version = version + 1 WHERE id = $1 AND version = 1 RETURNING *`,
        [id],
      ),
  },
}
