import { createHash } from 'node:crypto'

/** The look of the public pages: no font, no image, nothing from elsewhere; light, dark and on paper. */
export const style = `
:root { color-scheme: light dark; --ink: #1b1f24; --quiet: #57606a; --paper: #ffffff; --line: #d0d7de; --link: #0b57a4; --mark: #f3f6f9; --new: #d9f2df; --gone: #fbe1e1 }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e9ed; --quiet: #a5afba; --paper: #14181d; --line: #39424c; --link: #8cbff2; --mark: #1e242b; --new: #173d24; --gone: #4f2022 }
}
* { box-sizing: border-box }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100% }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif }
header, main, footer { max-width: 44rem; margin: 0 auto; padding: 0 1.25rem; overflow-wrap: anywhere }
header { padding-top: 1.5rem }
main { padding-bottom: 2rem }
footer { padding-top: 1rem; padding-bottom: 2rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: .9375rem }
h1 { font-size: 1.875rem; line-height: 1.25; margin: .75rem 0 1rem }
h2 { font-size: 1.375rem; line-height: 1.3; margin: 2.25rem 0 .5rem }
h3 { font-size: 1.125rem; margin: 1.75rem 0 .5rem }
h4, h5, h6 { font-size: 1rem; margin: 1.5rem 0 .5rem }
p, ul, ol, table, pre, blockquote { margin: 0 0 1rem }
a { color: var(--link); text-underline-offset: .15em }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
.standing { background: var(--mark); border: 1px solid var(--line); border-radius: .5rem; padding: .875rem 1rem; margin: 0 0 1.5rem }
.standing p { margin: 0 0 .5rem }
.standing p:last-child { margin: 0 }
.deviations { border: 1px solid var(--line); border-left: .375rem solid var(--link); border-radius: .5rem; padding: .875rem 1rem; margin: 0 0 1.5rem }
.deviations h2 { margin: 0 0 .5rem; font-size: 1.125rem }
.deviation { border-top: 1px solid var(--line); padding: .75rem 0 }
.deviation > p { margin: 0 0 .5rem }
.quiet { color: var(--quiet); font-size: .9375rem }
.revisions { list-style: none; padding: 0 }
.revisions li { border-top: 1px solid var(--line); padding: .75rem 0 }
.summary { white-space: pre-line }
.revisions .summary { margin: .25rem 0 0 }
blockquote { margin-left: 0; padding-left: 1rem; border-left: 3px solid var(--line); color: var(--quiet) }
table { border-collapse: collapse; width: 100%; font-size: .9375rem }
th, td { border: 1px solid var(--line); padding: .375rem .5rem; min-width: min(5rem, 14vw); text-align: left; vertical-align: top }
[align="center"] { text-align: center }
[align="right"] { text-align: right }
pre { white-space: pre-wrap; background: var(--mark); padding: .75rem; border-radius: .375rem }
code { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .875em }
.comparison { white-space: pre-wrap; font-size: 1rem }
ins, del { position: relative }
ins { background: var(--new) }
del { background: var(--gone) }
ins::before, ins::after, del::before, del::after { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
ins::before { content: " [added " }
del::before { content: " [removed " }
ins::after, del::after { content: " end] " }
summary { cursor: pointer; color: var(--link) }
summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
.comparison details { border: 1px solid var(--line); border-radius: .375rem; padding: .25rem .75rem; margin: .5rem 0 }
@media print {
  :root { color-scheme: light; --ink: #000; --quiet: #333; --paper: #fff; --line: #999; --link: #000; --mark: #fff; --new: #fff; --gone: #fff }
  body { font-size: 11pt }
  header, main, footer { max-width: none; padding-left: 0; padding-right: 0 }
  header nav, .revisions { display: none }
  h2, h3, h4 { break-after: avoid }
  article a[href^="http"]::after { content: " (" attr(href) ")" }
}
`.trimStart()

const version = createHash('sha256').update(style).digest('hex').slice(0, 12)
/** Named with its hash, so that it may be kept for as long as the browser likes. */
export const stylePath = `/policy/style.css?v=${version}`
