import { sql } from 'drizzle-orm'

const member = (name: string, column: string) => `'"${name}":"' || ${column} || '"'`
const optional = (name: string, column: string) => `coalesce(${member(name, column)} || ',', '')`

const before = `'{' || ${member('act', 'act')} || ',"actor":{' || ${optional('id', 'actor_id')} || ${member('kind', 'actor_kind')}
  || coalesce(',' || ${member('role', 'actor_role')}, '') || coalesce(',' || ${member('session', 'session_id')}, '')
  || '},"at":"' || to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '",'
  || ${optional('code', 'code')} || ${optional('customerId', 'customer_id')}`

const after = `coalesce('"fields":' || to_json(fields) || ',', '') || ${member('id', 'id')} || ',' || ${member('noun', 'noun')}
  || ',' || ${member('outcome', 'outcome')} || ',' || ${optional('reason', 'reason')} || ${optional('recordId', 'record_id')}
  || ${member('requestId', 'request_id')} || '}'`

// No column repeats the details, which stand between the two.
const details = '"details":{[^{}]*},'

/**
 * A condition: the searchable columns of an event say what its body says. The body is in canonical form, so the
 * columns can only be written down in one way. A quotation mark in a column could pass for the end of one value and
 * the beginning of the next, and is never right.
 */
export const columnsAgree = sql.raw(`(
  position('"' IN concat(act, actor_kind, actor_role, session_id, code, noun, outcome, reason, record_id, request_id)) = 0
  AND at = date_trunc('milliseconds', at)
  AND (body = ${before} || ${after}
    OR (starts_with(body, ${before}) AND right(body, length(${after})) = ${after}
      AND substr(body, length(${before}) + 1, length(body) - length(${before}) - length(${after})) ~ '^${details}$'))
) IS TRUE`)
