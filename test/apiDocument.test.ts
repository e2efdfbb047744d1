import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { testApp } from './support/app.ts'

const Shape = z.object({ properties: z.record(z.string(), z.unknown()) })
const Content = z.object({ content: z.object({ 'application/json': z.object({ schema: Shape }) }) })
const Operation = z.object({ requestBody: Content, responses: z.looseObject({ 200: Content }) })
const Document = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })

let app: Awaited<ReturnType<typeof testApp>>
let paths: z.infer<typeof Document>['paths']
beforeAll(async () => {
  app = await testApp()
  paths = Document.parse((await app.as('auditor').get('/api/openapi.json')).body).paths
})
afterAll(() => app.close())

function answerOf(path: string): string[] {
  const { responses } = Operation.parse(paths[path]?.post)
  return Object.keys(responses[200].content['application/json'].schema.properties)
}

describe('the document of the API', () => {
  it('says that an act answers with the record as it stands then', () => {
    expect(answerOf('/api/purchases/{id}/deactivate')).toEqual(
      expect.arrayContaining(['reference', 'activation', 'version']),
    )
  })

  it('says what an act answers with in the place of the record', () => {
    expect(answerOf('/api/customers/{id}/reveal')).toContain('until')
    expect(answerOf('/api/revisions/{id}/attend')).toEqual(['version', 'others'])
  })

  it('names nothing that deletes', () => {
    expect(Object.values(paths).filter((methods) => 'delete' in methods)).toEqual([])
  })

  it('has a page that names every file that can be taken along', async () => {
    const { body } = await app.as('auditor').get('/api/docs')
    expect(body).toContain('GET /api/batches/{id}/result.csv')
  })
})
