import { describe, expect, test } from 'vitest'
import { brokenArrows } from './arrows/brokenArrows.ts'

const packageJson = JSON.stringify({
  dependencies: {
    '@fontsource-variable/inter': '1',
    '@hono/zod-openapi': '1',
    hono: '1',
    micromark: '1',
    uuid: '1',
    zod: '1',
  },
  devDependencies: { vitest: '1' },
})
const root = '/srv/checkouts/steward'

function faultsOf(files: Record<string, string>): string[] {
  return brokenArrows(new Map(Object.entries({ 'package.json': packageJson, ...files })), root)
}

const leaf = 'export const leaf = 1'

describe('an arrow that points the wrong way is named', () => {
  const wrong: [what: string, from: string, text: string, to: string, why: string][] = [
    [
      'the contract reaches into the server',
      'contract/a.ts',
      "import '../server/b.ts'",
      'server/b.ts',
      'contract may import',
    ],
    [
      'the screens reach into the server',
      'src/a.tsx',
      "import { b } from '../server/b.ts'",
      'server/b.ts',
      'src may import',
    ],
    [
      'the screens borrow a type of the server',
      'src/a.ts',
      "export type A = import('../server/b.ts').B",
      'server/b.ts',
      'src may import',
    ],
    [
      'the screens take the invented shop along',
      'src/App.tsx',
      "await import('../mocks/browser.ts')",
      'mocks/browser.ts',
      'src may import',
    ],
    [
      'the demo is imported by every build',
      'src/main.tsx',
      "import '../mocks/browser.ts'",
      'mocks/browser.ts',
      'by import() only',
    ],
    [
      'the server needs the invented shop',
      'server/a.ts',
      "export * from '../mocks/b.ts'",
      'mocks/b.ts',
      'server may import',
    ],
    [
      'the invented shop draws screens',
      'mocks/a.ts',
      "export { b } from '../src/b.tsx'",
      'src/b.tsx',
      'mocks may import',
    ],
    [
      'the product needs a test',
      'server/a.ts',
      "import '../test/b.ts'",
      'test/b.ts',
      'nothing imports a test',
    ],
    [
      'an act knows its routes',
      'server/purchases/deactivate.ts',
      "import './routes.ts'",
      'server/purchases/routes.ts',
      'never imports routes',
    ],
    [
      'a noun shows the page of another',
      'src/purchases/Row.tsx',
      "import '../customers/CustomerShow.tsx'",
      'src/customers/CustomerShow.tsx',
      'never its pages',
    ],
    [
      'a noun takes the whole of another',
      'src/purchases/Row.tsx',
      "import '../customers/index.ts'",
      'src/customers/index.ts',
      'never its pages',
    ],
  ]
  test.each(wrong)('%s', (_, from, text, to, why) => {
    const faults = faultsOf({ [from]: text, [to]: leaf })
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(`${from} → `)
    expect(faults[0]).toContain(why)
  })
})

describe('a package in the wrong place is named', () => {
  const wrong: [what: string, from: string, text: string, why: string][] = [
    ['the contract uses more than zod', 'contract/a.ts', "import { v7 } from 'uuid'", 'zod alone'],
    ['the contract renders Markdown in a second place', 'contract/a.ts', "import 'micromark'", 'zod alone'],
    ['the contract reads files', 'contract/a.ts', "import 'node:fs'", 'zod alone'],
    ['a screen reads files', 'src/a.ts', "import 'node:fs'", 'no node: modules'],
    [
      'an act knows about HTTP',
      'server/purchases/deactivate.ts',
      "import type { Context } from 'hono'",
      'know Hono',
    ],
    [
      'an act knows about HTTP by another door',
      'server/events/append.ts',
      "import '@hono/zod-openapi'",
      'know Hono',
    ],
    ['the server counts on what another package brought', 'server/a.ts', "import 'qs/lib'", 'not in the dep'],
    ['the server needs a tool of its tests', 'server/a.ts', "import 'vitest'", 'not in the dep'],
    ['a path that starts at the disk', 'server/a.ts', "import '/etc/b.ts'", 'starts with ./'],
  ]
  test.each(wrong)('%s', (_, from, text, why) => {
    expect(faultsOf({ [from]: text })).toEqual([expect.stringContaining(why)])
  })
})

test('an import without its ending is named', () => {
  const faults = faultsOf({ 'server/a.ts': "import './b'", 'server/b.ts': leaf })
  expect(faults).toEqual(['server/a.ts → ./b: no such file; the ending is part of the name'])
})

test('files that import each other in a ring are named with the whole ring', () => {
  const faults = faultsOf({
    'server/a.ts': "import './b.ts'",
    'server/b.ts': "import './c.ts'",
    'server/c.ts': "import { type A } from './a.ts'",
  })
  expect(faults).toEqual(['cycle: server/a.ts → server/b.ts → server/c.ts → server/a.ts'])
})

test('an import that nobody can follow is named', () => {
  expect(faultsOf({ 'server/a.ts': 'export const b = (name: string) => import(name)' })).toEqual([
    expect.stringContaining('only known at run time'),
  ])
})

test('a file that does not parse is named', () => {
  expect(faultsOf({ 'server/a.ts': 'export const = ' })[0]).toContain('cannot be read')
})

test('a path of one machine is named with its line', () => {
  const homes = [`/${'home'}/ann/steward/`, `/${'Users'}/ann/steward/`, `C:\\${'Users'}\\ann`, `${root}/data`]
  for (const path of homes) {
    expect(faultsOf({ 'docs/a.md': `first line\nlook in ${path}` })).toEqual([
      expect.stringContaining('docs/a.md:2'),
    ])
  }
})

test('the arrows that the house allows pass', () => {
  const faults = faultsOf({
    'contract/markdown.ts': "import { micromark } from 'micromark'",
    'contract/purchases.ts': "import { z } from 'zod'\nimport { text } from './text.ts'",
    'contract/text.ts': "import * as z from 'zod'",
    'mocks/browser.ts': "import { createApp } from '../server/app.ts'",
    'server/app.ts': "import { Hono } from 'hono'\nimport { routes } from './purchases/routes.ts'",
    'server/purchases/deactivate.ts': "import 'node:crypto'\nimport '../../contract/purchases.ts'",
    'server/purchases/routes.ts': "import 'hono'\nimport './deactivate.ts'",
    'src/App.tsx': "import './customers/index.ts'\nimport '@fontsource-variable/inter'",
    'src/customers/CustomerField.tsx': "export const note = <p>Don't import '../server/app.ts'</p>",
    'src/customers/CustomerShow.tsx': "import '../purchases/PurchaseField.tsx'",
    'src/customers/index.ts': "import './CustomerShow.tsx'",
    'src/main.tsx': "await import('../mocks/browser.ts')",
    'src/purchases/PurchaseField.tsx': "import '../customers/CustomerField.tsx'",
    'test/a.ts': "import '../src/App.tsx'\nimport '../server/app.ts'",
  })
  expect(faults).toEqual([])
})
