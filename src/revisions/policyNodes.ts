import { renderMarkdown } from '../../contract/markdown.ts'

/** Takes Markdown and nothing else, so that no HTML but our own renderer's ever reaches the page. */
const rules = { createHTML: renderMarkdown }
// One policy for the life of the page: the browser refuses a second one of the same name.
const markdown = window.trustedTypes?.createPolicy('steward-policy', rules) ?? rules

/** The text of a policy as the public page will show it (docs/decisions/010-content-security.md). */
export function policyNodes(text: string): ChildNode[] {
  return [...new DOMParser().parseFromString(markdown.createHTML(text), 'text/html').body.childNodes]
}
