import { type Html, html } from './html.ts'
import { page } from './page.ts'

/** What the public reads where there is nothing to show: a title, why, and where to go on. */
export function missingPage(title: string, why: Html): string {
  return page({
    title,
    main: html`<h1>${title}</h1>
<p>${why}</p>
<p><a href="/policy">See all policies</a></p>`,
  })
}

/** What an address of no policy and no revision answers with. */
export const noSuchPage = () =>
  missingPage('Page not found', html`There is no policy or revision at this address.`)
