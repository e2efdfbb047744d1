import { readFileSync } from 'node:fs'

/** Loaded before a measured server: tells what it has used when it is asked. */
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.({
    cpu: (user + system) / 1000,
    memory: process.memoryUsage.rss() / 2 ** 20,
    peak: peak(),
  })
})
process.channel?.unref()

/** In MB. Linux counts into `maxRSS` what the process that started this one held until then, but not into VmHWM. */
function peak(): number {
  const told = process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : ''
  const highest = /^VmHWM:\s+(\d+) kB$/m.exec(told)?.[1]
  return (highest === undefined ? process.resourceUsage().maxRSS : Number(highest)) / 1024
}
