import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi'
import { z } from '@hono/zod-openapi'
import type { Act } from './act.ts'
import type { NounSpec } from './nounRoutes.ts'

type Described = Pick<
  NounSpec<object, object>,
  'noun' | 'row' | 'one' | 'create' | 'edit' | 'acts' | 'list' | 'files'
>

const problemJson = { description: 'A refusal as application/problem+json (RFC 9457)' }
const params = z.object({ id: z.uuid() })
const headers = z.object({ 'Idempotency-Key': z.string() })
const json = (schema: z.ZodType) => ({ 'application/json': { schema } })
const record = (one: z.ZodType) => ({ description: 'The whole record', content: json(one) })

const bodyOf = ({ body }: Pick<Act, 'body'>) => ({
  required: true,
  description:
    'Besides, any body may state in `notCardNumbers` which of its fields hold a number that only looks like a card number.',
  content: json(body),
})

/** The OpenAPI 3.1 document, made from the same schemas that check the requests. */
export function openApiDocument(nouns: readonly Described[]) {
  const registry = new OpenAPIRegistry()
  for (const noun of nouns) describe(registry, noun)
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Steward',
      version: '1',
      description: 'The staff back office of an online shop that keeps its privacy promises.',
    },
  })
}

function describe(registry: OpenAPIRegistry, spec: Described) {
  describeReading(registry, spec)
  describeWriting(registry, spec)
}

function describeReading(registry: OpenAPIRegistry, { noun, row, one, list, files = {} }: Described) {
  const tags = [noun]
  const path = `/api/${noun}`
  registry.registerPath({
    method: 'get',
    path,
    tags,
    summary: `List ${noun}. Sorts: ${Object.keys(list.sorts).join(', ')}. Filters: ${Object.keys(list.filters).join(', ')}${list.search ? ', q' : ''}.`,
    request: {
      query: z.object({
        filter: z.string().optional(),
        range: z.string().optional(),
        sort: z.string().optional(),
      }),
      ...(list.nearest && { headers: z.object({ Prefer: z.literal('count=none').optional() }) }),
    },
    responses: {
      200: { description: 'One page, its place and the total in Content-Range', content: json(z.array(row)) },
      default: problemJson,
    },
  })
  registry.registerPath({
    method: 'get',
    path: `${path}/{id}`,
    tags,
    request: { params },
    responses: { 200: record(one), default: problemJson },
  })
  for (const name of Object.keys(files)) {
    registry.registerPath({
      method: 'get',
      path: `${path}/{id}/${name}`,
      tags,
      request: { params },
      responses: {
        200: { description: 'The file', content: { 'text/csv': { schema: z.string() } } },
        default: problemJson,
      },
    })
  }
}

function describeWriting(registry: OpenAPIRegistry, { noun, one, create, edit, acts = {} }: Described) {
  const tags = [noun]
  const path = `/api/${noun}`
  if (create) {
    registry.registerPath({
      method: 'post',
      path,
      tags,
      request: { headers, body: bodyOf(create) },
      responses: { 201: record(one), default: problemJson },
    })
  }
  if (edit) {
    registry.registerPath({
      method: 'put',
      path: `${path}/{id}`,
      tags,
      request: { params, body: bodyOf(edit) },
      responses: { 200: record(one), default: problemJson },
    })
  }
  for (const [verb, act] of Object.entries(acts)) {
    const answer = act.answer ? { description: 'What was asked for', content: json(act.answer) } : record(one)
    registry.registerPath({
      method: 'post',
      path: `${path}/{id}/${verb}`,
      tags,
      request: { params, headers, body: bodyOf(act) },
      responses: { 200: answer, default: problemJson },
    })
  }
}
