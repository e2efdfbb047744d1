import type { Command, CommanderError } from 'commander'
import type { ImportHistory, ShowPolicy } from './policyWork.ts'

/** `steward policy`: its options and its help. */
export function registerPolicy(program: Command) {
  const policy = program
    .command('policy')
    .description('policies: bring their history along, and say what was in force')
    .exitOverride(exiting)
  const work = () => import('./policyWork.ts')

  policy
    .command('import')
    .description('make a policy from a folder of dated Markdown files, as past revisions')
    .argument('<folder>', 'Markdown files and a manifest.json that lists them')
    .requiredOption('--key <key>', 'its public address, /policy/<key>: privacy, terms, returns …')
    .requiredOption('--title <title>', 'the heading of its page')
    .option(
      '--contact <email>',
      'the address for questions (default: the one that the other policies share, if any)',
    )
    .option('--language <code>', 'the language of its text', 'en')
    .option('--json', 'print the result as one line of JSON', false)
    .exitOverride(exiting)
    .addHelpText(
      'after',
      `
manifest.json: {"revisions": [{"file": "2024-03-01.md", "committed": "2024-03-01T09:00:00Z", "subject": "What changed"}, …]}
Each text was in force from its instant until the next one's. A YAML front matter is left out. All or nothing is
imported, once: a policy that has revisions is refused.
Exit codes: 0 all of it was imported, 2 nothing was.

Example:
  npm run -s steward -- policy import ./privacy-history --key privacy --title "Privacy policy" --contact privacy@shop.example`,
    )
    .action(async (folder: string, options: ImportHistory) => (await work()).importHistory(folder, options))

  policy
    .command('show')
    .description(
      'the text that is or was in force, with its number, its hash and the deviations that ran then',
    )
    .argument('<key>', 'privacy, terms, returns …')
    .option('--at <when>', 'a day, which stands for its end in UTC, or an instant (default: now)')
    .option('--json', 'print everything as one line of JSON', false)
    .exitOverride(exiting)
    .addHelpText(
      'after',
      `
Exit codes: 0 shown, 1 nothing was in force then, 2 it cannot be told.

Examples:
  npm run -s steward -- policy show privacy --at 2026-03-02
  npm run -s steward -- policy show privacy --at 2026-03-02T09:30:00+01:00 --json`,
    )
    .action(async (key: string, options: ShowPolicy) => (await work()).showPolicy(key, options))
}

/** What was typed wrongly has done nothing either. */
function exiting({ exitCode }: CommanderError): never {
  process.exit(exitCode === 0 ? 0 : 2)
}
