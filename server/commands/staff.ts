import type { Command } from 'commander'

type NewColleague = { email: string; name: string; role: string }

/** `steward staff`: its options and its help. */
export function registerStaff(program: Command) {
  const staff = program.command('staff').description('accounts of the people who work with Steward')
  const work = () => import('./staffWork.ts')

  staff
    .command('add')
    .description('make an account; its generated password is shown this once')
    .requiredOption('--email <address>', 'the e-mail address to sign in with')
    .requiredOption('--name <name>', 'the name that records show')
    .requiredOption('--role <role>', 'customer_service, compliance, manager or auditor')
    .action(async (options: NewColleague) => (await work()).add(options))

  staff
    .command('reset-password')
    .description('give a new generated password, shown this once, and sign the person out everywhere')
    .argument('<email>')
    .action(async (email: string) => (await work()).reset(email))

  staff
    .command('unlock')
    .description('lift the lock after too many failed sign-ins')
    .argument('<email>')
    .action(async (email: string) => (await work()).unlock(email))

  staff
    .command('list')
    .description('everybody who has or had an account')
    .action(async () => (await work()).list())
}
