/** Loaded before a measured server: tells what it has used when it is asked. */
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.({
    cpu: (user + system) / 1000,
    memory: process.memoryUsage.rss() / 2 ** 20,
    peak: process.resourceUsage().maxRSS / 1024,
  })
})
process.channel?.unref()
