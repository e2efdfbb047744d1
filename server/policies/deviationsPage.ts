import { deviationEntry, isOver, isRunning } from './deviationsShown.ts'
import { type Html, html } from './html.ts'
import { page } from './page.ts'
import type { PublicDeviation, PublicPolicy } from './readPublic.ts'

/** Every deviation that was ever posted: what runs, what is to come, and what is over. */
export function deviationsPage(policy: PublicPolicy, at: Date): string {
  const { key, title, language, deviations } = policy
  const running = deviations.filter((each) => isRunning(each, at))
  const over = deviations.filter((each) => isOver(each, at))
  const ahead = deviations.filter((each) => !running.includes(each) && !over.includes(each))
  const none = deviations.length === 0 ? html`<p>No deviation from this policy was ever posted.</p>\n` : null
  return page({
    feedsOf: key,
    title: `${title}, deviations`,
    main: html`<h1><span lang="${language}">${title}</span>: deviations</h1>
<p>Where we do otherwise than the policy says, for a while or for some, it is posted here and stays here.</p>
<p><a href="/policy/${key}">Read the text in force now</a></p>
${none}${part('Running', running)}${part('To come', ahead)}${part('Over', over)}`,
  })

  function part(name: string, listed: readonly PublicDeviation[]): Html | null {
    if (listed.length === 0) return null
    return html`<section>
<h2>${name}</h2>
${listed.map((each) => deviationEntry(policy, each))}</section>
`
  }
}
