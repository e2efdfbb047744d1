import { Command } from 'commander'

/** One file for each command; only the one that was asked for is loaded, all of them for the list in `--help`. */
const commands: Record<string, () => Promise<(program: Command) => void>> = {
  import: async () => (await import('./import.ts')).registerImport,
  migrate: async () => (await import('./migrate.ts')).registerMigrate,
  policy: async () => (await import('./policy.ts')).registerPolicy,
  staff: async () => (await import('./staff.ts')).registerStaff,
  verify: async () => (await import('./verify.ts')).registerVerify,
}

const program = new Command('steward')
  .description('The command line of Steward. It works beside a running server and without one.')
  .showHelpAfterError('Run "steward --help" for the list of commands.')

const asked = process.argv[2] === 'help' ? process.argv[3] : process.argv[2]
const wanted = asked && Object.hasOwn(commands, asked) ? [asked] : Object.keys(commands)
for (const name of wanted) (await commands[name]?.())?.(program)
await program.parseAsync()
