/** The browser of the machine, which the journeys and the benchmark share. */
export const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium'

export const launchOptions = {
  executablePath: chromium,
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
}
