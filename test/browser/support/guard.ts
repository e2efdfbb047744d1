import type { BrowserContext } from '@playwright/test'

/**
 * Watches every page of a browser: no other host, nothing against the page's own policy, no error left uncaught.
 * @returns the faults since they were last asked for
 */
export function guard(context: BrowserContext, origin: string): () => string[] {
  const faults: string[] = []
  context.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url())
    if (protocol.startsWith('http') && asked !== origin) faults.push(`asks another host: ${request.url()}`)
  })
  context.on('weberror', (error) => {
    faults.push(`an error nobody caught: ${error.error().message}`)
  })
  context.on('console', (message) => {
    if (/Content Security Policy|TrustedHTML|TrustedScript/i.test(message.text())) faults.push(message.text())
  })
  return () => faults.splice(0)
}
