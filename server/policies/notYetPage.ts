import { banners, coming } from './deviationsShown.ts'
import { html } from './html.ts'
import { page } from './page.ts'
import type { PublicPolicy } from './readPublic.ts'
import { next } from './standing.ts'

/** A policy whose first text is posted and does not bind yet. */
export function notYetPage(policy: PublicPolicy, at: Date): string {
  const { key, title, language } = policy
  return page({
    feedsOf: key,
    title,
    main: html`<h1 lang="${language}">${title}</h1>
<div class="standing">
<p><strong>Nothing is in force yet.</strong></p>${coming(policy, at).map((each) => next(policy, each))}
</div>
${banners(policy, at)}`,
  })
}
