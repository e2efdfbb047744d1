import { html } from './html.ts'
import { page } from './page.ts'

type Listed = { key: string; title: string; language: string }

/** Every policy that has a text in force. */
export function indexPage(policies: readonly Listed[]): string {
  const rows = policies.map(
    ({ key, title, language }) => html`<li><a href="/policy/${key}" lang="${language}">${title}</a></li>
`,
  )
  return page({
    title: 'Policies',
    main: html`<h1>Policies</h1>
${rows.length === 0 ? html`<p>No policy is posted yet.</p>` : html`<ul>\n${rows}</ul>`}`,
  })
}
