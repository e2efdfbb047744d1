import type { Command } from 'commander'
import type { VerifyOptions } from './verifyWork.ts'

/** `steward verify`: its options and its help. */
export function registerVerify(program: Command) {
  program
    .command('verify')
    .description('check that no event of the audit record was altered, removed, reordered or cut off')
    .option('--json', 'print the result as one line of JSON')
    .option('--checkpoints <file>', 'signed checkpoints (default: checkpoints.jsonl in the data folder)')
    .option(
      '--public-key <file>',
      'key that they were signed with (default: checkpoint.pub in the data folder)',
    )
    .option(
      '--fingerprint <text>',
      'a fingerprint that was noted elsewhere and must be among the checkpoints (repeatable)',
      (text: string, noted: string[]) => [...noted, text],
      [],
    )
    .addHelpText(
      'after',
      `
Exit codes: 0 the record is whole, 1 it was tampered with, 2 it cannot be verified.

Examples:
  steward verify
  steward verify --json
  steward verify --checkpoints /mnt/elsewhere/checkpoints.jsonl --public-key /mnt/elsewhere/checkpoint.pub
  steward verify --fingerprint 7F3A-91C2-0B4E-55D1`,
    )
    .action(async (options: VerifyOptions) => (await import('./verifyWork.ts')).verify(options))
}
