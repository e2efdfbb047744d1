import type { Command } from 'commander'

/** `steward migrate`, for those who want to know beforehand that the migrations pass. */
export function registerMigrate(program: Command) {
  program
    .command('migrate')
    .description(
      'bring the database up to date with this release; the server does so by itself when it starts',
    )
    .action(async () => {
      const { withDatabase } = await import('./withDatabase.ts')
      await withDatabase(async ({ opened }) => {
        for (const name of opened.migrated) console.log(name)
        if (opened.migrated.length === 0) console.log('The database is up to date.')
        return 0
      })
    })
}
