import { JSDOM } from 'jsdom'
import type { testApp } from './app.ts'

const parser = new new JSDOM('').window.DOMParser()

export const parse = (text: string) => parser.parseFromString(text, 'text/html')

/** What stands in a part of a page, as it is read aloud. */
export const words = (element: Element | null) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim()

type App = Awaited<ReturnType<typeof testApp>>['app']

/** A page as a stranger reads it: without a session and without a word about where from. */
export async function visit(app: App, path: string, headers: Record<string, string> = {}, method = 'GET') {
  const response = await app.request(path, { method, headers })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, document: parse(text) }
}
