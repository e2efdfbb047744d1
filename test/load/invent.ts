import { countries, dialling, family, given, mailHosts, streets, syllables, towns } from './names.ts'
import type { Size } from './sizes.ts'

/** The shop ends here and is six years old; fixed, so that the same seed is the same shop on any day. */
const end = `timestamptz '2026-01-01T00:00:00Z'`
const span = `interval '2190 days'`

/**
 * SQL that invents the shop inside PostgreSQL, where five million rows need no journey. Every value is drawn by hashing
 * the row's number with the seed: the same everywhere, in any order, and a purchase can tell whose it is before that
 * customer is written.
 */
export function inventions({ customers, purchases }: Size, seed: number) {
  const draw = (n: string, salt: number) =>
    `((hashint8extended((${n})::bigint, ${seed * 1000 + salt}) & 2147483647) / 2147483648.0::float8)`
  const pick = (list: readonly string[], n: string, salt: number, skew = 1) =>
    `(${array(list)})[1 + floor(${list.length} * power(${draw(n, salt)}, ${skew}))::int]`
  const whole = (n: string, salt: number, from: number, to: number) =>
    `(${from} + floor(${draw(n, salt)} * ${to - from + 1}))::int`
  const id = (n: string, at: string, salt: number) => {
    const hex = `md5((${n})::text || ':${seed}:${salt}')`
    const time = `lpad(to_hex((extract(epoch FROM ${at}) * 1000)::bigint), 12, '0')`
    return `(${time} || '7' || substr(${hex}, 1, 3) || '8' || substr(${hex}, 5, 15))::uuid`
  }
  const registered = (n: string) =>
    `date_trunc('milliseconds', ${end} - ${span} * (1 - (${n})::float8 / ${customers}))`
  const customerId = (n: string) => id(n, registered(n), 1)
  const addressId = (n: string) => id(n, registered(n), 2)
  const placed = (n: string) =>
    `date_trunc('milliseconds', ${end} - ${span} * (1 - power((${n})::float8 / ${purchases}, 0.7)))`
  const purchaseId = (n: string) => id(n, placed(n), 3)
  // Zipf with s = 0.6: the rank of a buyer is N·u^(1/(1−s)); ranks are strewn over those who had registered by then.
  const buyer = (
    n: string,
  ) => `(1 + ((floor(${customers} * power(${draw(n, 20)}, 2.5))::bigint * 611953) % ${customers})
    % greatest(1, floor(${customers} * power((${n})::float8 / ${purchases}, 0.7))::bigint))`

  const surname = (n: string) => `CASE WHEN ${draw(n, 3)} < 0.6 THEN ${pick(family, n, 4, 1.4)}
    ELSE ${pick(syllables.first, n, 5)} || ${pick(syllables.middle, n, 6)} || ${pick(syllables.last, n, 7)} END`
  const street = (n: string) => `${pick(streets, n, 10)} || ' ' || ${whole(n, 11, 1, 240)}`
  const postal = (n: string) => `lpad((${whole(n, 12, 1000, 99_999)})::text, 5, '0')`
  const town = (n: string) => pick(towns, n, 13)
  const country = (n: string) => pick(countries, n, 13)
  const itemCount = (n: string) => whole(n, 26, 1, 3)
  const price = (n: string) => whole(n, 27, 350, 12_000)

  return {
    purchases: (from: number, to: number) => `
      INSERT INTO purchases (id, reference, customer_id, number, external_id, source, order_status, activation, open_matter,
        placed_at, final_at, currency, net, tax, shipping, gross, billing_snapshot, shipping_snapshot, payment_method_label,
        gateway_reference, block_reason, deactivated_at, deactivated_by, deactivation_reason, activity_facts, created_at, updated_at)
      SELECT ${purchaseId('n')}, 'P-' || to_char(placed, 'YYYY') || '-' || pad(n, 6), ${customerId('buyer')}, '#' || (1000 + n),
        (500000 + n)::text, 'shop', status, CASE WHEN put_away THEN 'deactivated' ELSE 'active' END,
        CASE WHEN status = 'delivered' AND NOT put_away AND ${draw('n', 23)} < 0.01 THEN 'return' ELSE 'none' END,
        placed, final, 'EUR', items * price, items * round(price * 0.19)::int, 490,
        items * price + items * round(price * 0.19)::int + 490, place, place,
        ${pick(['card', 'card', 'paypal', 'invoice', 'bank_transfer'], 'n', 24)}, 'pay_' || to_hex(n), CASE WHEN status = 'blocked_missing_info' THEN 'address_doubtful' END,
        CASE WHEN put_away THEN final + interval '200 days' END,
        CASE WHEN put_away THEN (SELECT id FROM staff WHERE role = 'customer_service' ORDER BY id LIMIT 1) END,
        CASE WHEN put_away THEN 'inactive_account' END, NULL, placed, COALESCE(final, placed)
      FROM (
        SELECT *, CASE WHEN status IN ('delivered', 'cancelled', 'refunded') THEN placed + interval '1 day' * ${whole('n', 25, 1, 9)} END AS final,
          status = 'delivered' AND ${draw('n', 28)} < 0.03 AS put_away,
          ${itemCount('n')} AS items, ${price('n')} AS price,
          jsonb_build_object('recipient', ${pick(given, 'buyer', 2, 1.5)} || ' ' || ${surname('buyer')}, 'line1', ${street('buyer')}, 'line2', NULL,
            'city', ${town('buyer')}, 'region', NULL, 'postalCode', ${postal('buyer')}, 'country', ${country('buyer')}) AS place
        FROM (
          SELECT n, ${placed('n')} AS placed, ${buyer('n')} AS buyer,
            CASE WHEN n > ${purchases} * 0.99 THEN ${pick(['pending', 'processing', 'shipped', 'delivered', 'blocked_missing_info'], 'n', 21)}
              WHEN ${draw('n', 22)} < 0.92 THEN 'delivered' WHEN ${draw('n', 22)} < 0.96 THEN 'cancelled' ELSE 'refunded' END AS status
          FROM generate_series(${from}::bigint, ${to}::bigint) AS n
        ) AS drawn
      ) AS shaped`,

    items: (from: number, to: number) => `
      INSERT INTO purchase_items (id, purchase_id, position, sku, title, quantity, unit_price, tax, line_total)
      SELECT ${id('n * 4 + position', placed('n'), 4)}, ${purchaseId('n')}, position, 'SKU-' || pad(${whole('n * 4 + position', 30, 1, 999)}, 3),
        ${pick(['Desk lamp, brass', 'Notebook, dotted, A5', 'Teapot, cast iron', 'Linen tablecloth', 'Beeswax candles, box of 10'], 'n * 4 + position', 31)},
        1, ${price('n')}, round(${price('n')} * 0.19)::int, ${price('n')}
      FROM generate_series(${from}::bigint, ${to}::bigint) AS n, generate_series(1, ${itemCount('n')}) AS position
      WHERE n % 4 = 0`,

    activations: `
      INSERT INTO purchase_activations (id, purchase_id, activation, reason, by, at)
      SELECT gen_random_uuid(), id, 'deactivated', deactivation_reason, deactivated_by, deactivated_at
      FROM purchases WHERE activation = 'deactivated'`,

    addresses: (from: number, to: number) => `
      INSERT INTO addresses (id, customer_id, kind, recipient, line1, city, postal_code, country, created_at, updated_at)
      SELECT ${addressId('n')}, ${customerId('n')}, 'both', ${pick(given, 'n', 2, 1.5)} || ' ' || ${surname('n')}, ${street('n')},
        ${town('n')}, ${postal('n')}, ${country('n')}, ${registered('n')}, ${registered('n')}
      FROM generate_series(${from}::bigint, ${to}::bigint) AS n`,

    /** After the purchases, which know when each customer ordered last. */
    customers: (from: number, to: number) => `
      INSERT INTO customers (id, reference, status, external_id, source, first_name, last_name, company, email, phone, phone_typed,
        locale, time_zone, default_billing_address_id, default_shipping_address_id, registered_at, last_login_at, last_order_at,
        created_at, updated_at)
      SELECT id, 'C-' || pad(n, 6), CASE WHEN ${draw('n', 40)} < 0.02 THEN 'closed' ELSE 'active' END, (100000 + n)::text, 'shop',
        first, last, CASE WHEN ${draw('n', 41)} < 0.06 THEN last || ' Trading' END,
        COALESCE(NULLIF(lower(regexp_replace(unaccent(first || '.' || last), '[^A-Za-z.]', '', 'g')), '.'), 'client') || n || '@' || ${pick(mailHosts, 'n', 42)},
        phone, phone, 'en-GB', 'Europe/Berlin', ${addressId('n')},
        CASE WHEN ${draw('n', 43)} > 0.03 THEN ${addressId('n')} END, registered, last_order, last_order, registered, registered
      FROM (
        SELECT n, ${customerId('n')} AS id, ${registered('n')} AS registered, ${pick(given, 'n', 2, 1.5)} AS first, ${surname('n')} AS last,
          CASE WHEN ${draw('n', 44)} < 0.7 THEN ${pick(dialling, 'n', 45)} || pad(${whole('n', 46, 1_000_000, 9_999_999)}, 7) END AS phone
        FROM generate_series(${from}::bigint, ${to}::bigint) AS n
      ) AS drawn
      LEFT JOIN (
        SELECT customer_id, max(placed_at) AS last_order FROM purchases
        WHERE customer_id BETWEEN ${customerId(String(from))} AND ${customerId(String(to))} GROUP BY customer_id
      ) AS ordered ON ordered.customer_id = drawn.id`,
  }
}

function array(list: readonly string[]) {
  return `ARRAY[${list.map((each) => `'${each.replaceAll("'", "''")}'`).join(', ')}]`
}
