/** What libraries write as HTML: react-admin keeps the line of an empty help text open with a space of no width. */
const known = new Set(['&#8203;'])

/** The page refuses every other text as HTML, whoever hands it over (docs/decisions/010-content-security.md). */
export const knownHtml = (html: string) => (known.has(html) ? html : null)

declare global {
  interface Window {
    trustedTypes?: {
      /** What is made is a text to TypeScript, whose DOM knows no other, and an object of its own to the browser. */
      createPolicy(
        name: 'default' | 'steward-policy',
        rules: { createHTML: (text: string) => string | null },
      ): { createHTML: (text: string) => string }
    }
  }
}

if (typeof window !== 'undefined') window.trustedTypes?.createPolicy('default', { createHTML: knownHtml })
