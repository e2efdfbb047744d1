#!/usr/bin/env node
// Plain JavaScript, so that an older Node can still read the sentence.
if (Number.parseInt(process.versions.node, 10) < 24) {
  console.error(
    `Steward needs Node 24 and this is ${process.versions.node}: run it as "npm run -s steward -- …", which uses the Node 24 that "npm ci" installed, or install Node 24 yourself.`,
  )
  process.exit(2)
}
await import('../quickStart.ts')
await import('./steward.ts')
