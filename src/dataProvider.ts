import simpleRest from 'ra-data-simple-rest'
import type {
  DataProvider,
  GetListParams,
  GetListResult,
  GetManyReferenceParams,
  RaRecord,
} from 'react-admin'
import { changedFields } from './changedFields.ts'
import type { Http } from './http.ts'
import { newKey } from './idempotencyKey.ts'

const idsAtOnce = 500
/** Up to so many rows of a filter the server counts. */
const countedAtMost = 10_000

type ActParams = {
  id: string
  verb: string
  data: object
  idempotencyKey: string
  quiet?: boolean
  keepalive?: boolean
}

/** The dialect of simple-rest and one method more: what staff do to a record (`POST /api/{noun}/{id}/{verb}`). */
export type StewardProvider = DataProvider & {
  act: (noun: string, params: ActParams) => Promise<{ data: unknown }>
}

/**
 * Lists say in `meta.capped` that there are more rows than `meta.counted` ("10,000+"); `meta.uncounted` asks for no total,
 * and for whatever is found first.
 */
export function createDataProvider({ url = '/api', http }: { url?: string; http: Http }): StewardProvider {
  const rest = simpleRest(url, http)
  return {
    ...rest,
    supportAbortSignal: true,

    getList: (noun, params) => readList(params, (seen) => simpleRest(url, seen).getList(noun, params)),

    getManyReference: (noun, params) =>
      readList(params, (seen) => simpleRest(url, seen).getManyReference(noun, params)),

    getMany: async (noun, params) => {
      const answers = await Promise.all(
        chunks(params.ids).map((ids) => rest.getMany(noun, { ...params, ids })),
      )
      return { data: answers.flatMap(({ data }) => data) }
    },

    create: async (noun, { data, meta }) => {
      const headers = new Headers({ 'Idempotency-Key': String(meta?.idempotencyKey ?? newKey()) })
      const { json } = await http(`${url}/${noun}`, { method: 'POST', headers, body: JSON.stringify(data) })
      return { data: json }
    },

    /** `meta.quiet` asks for no signing in, and `meta.keepalive` outlives the page. */
    update: async (noun, { id, data, previousData, meta }) => {
      const { json } = await http(`${url}/${noun}/${encodeURIComponent(id)}`, {
        method: 'PUT',
        body: JSON.stringify({
          version: previousData?.version,
          ...changedFields(previousData ?? {}, data),
        }),
        quiet: meta?.quiet === true,
        keepalive: meta?.keepalive === true,
      })
      return { data: json }
    },

    act: async (noun, { id, verb, data, idempotencyKey, quiet, keepalive }) => {
      const { json } = await http(`${url}/${noun}/${encodeURIComponent(id)}/${verb}`, {
        method: 'POST',
        headers: new Headers({ 'Idempotency-Key': idempotencyKey }),
        body: JSON.stringify(data),
        ...(quiet ? { quiet } : {}),
        ...(keepalive ? { keepalive } : {}),
      })
      return { data: json }
    },
  }

  async function readList<RecordType extends RaRecord>(
    { pagination, meta }: GetListParams | GetManyReferenceParams,
    read: (seen: Http) => Promise<GetListResult<RecordType>>,
  ): Promise<GetListResult<RecordType>> {
    let capped = false
    const { data, total } = await read(async (address, options) => {
      const headers = new Headers(options?.headers)
      if (meta?.uncounted) headers.set('Prefer', 'count=none')
      const answer = await http(address, { ...options, headers })
      capped = answer.headers.get('X-Total-Capped') === 'true'
      return answer
    })
    if (!capped) return { data, total, meta: { capped } }
    const { page = 1, perPage = data.length } = pagination ?? {}
    // Past what was counted the next page goes by what came back.
    return {
      data,
      pageInfo: { hasPreviousPage: page > 1, hasNextPage: data.length === perPage },
      meta: { capped, counted: Math.min(total ?? 0, countedAtMost) },
    }
  }
}

function chunks<T>(ids: readonly T[]): T[][] {
  const count = Math.ceil(ids.length / idsAtOnce)
  return Array.from({ length: count }, (_, index) => ids.slice(index * idsAtOnce, (index + 1) * idsAtOnce))
}
