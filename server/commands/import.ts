import { type Command, type CommanderError, Option } from 'commander'
import { customerFields, itemFields, purchaseFields } from '../imports/fields.ts'
import type { ImportOptions } from './importWork.ts'

const codes = `
Exit codes: 0 every row was imported, 1 some were rejected, 2 nothing was done.
Running it again changes nothing. Instants without a zone are read as UTC. Nothing is ever deleted.`

/** `steward import`: its options and its help. */
export function registerImport(program: Command) {
  const command = program
    .command('import')
    .description('customers and purchases from the CSV files of a shop')
  command.exitOverride(exiting)
  const work = () => import('./importWork.ts')

  withOptions(command.command('customers').description('import customers'))
    .addHelpText(
      'after',
      `
Shopify's exports are recognised by their headings. For any other file say which column is which.

Fields: ${customerFields.join(', ')}

Examples:
  npm run -s steward -- import customers customers_export.csv
  npm run -s steward -- import customers shop.csv --source oldshop --dry-run \\
    --map externalId=CustomerId --map firstName=FirstName --map lastName=LastName --map email=Email \\
    --map line1=Address --map city=City --map postalCode=PostalCode --map country=Country --map phone=Phone
  npm run -s steward -- import customers kunden.csv --map email=E-Mail --map lastName=Name --set country=DE \\
    --errors rejected.csv
${codes}`,
    )
    .action(async (file: string, options: ImportOptions) =>
      (await work()).importFile('customers', file, options),
    )

  withOptions(command.command('purchases').description('import purchases with their line items'))
    .option('--items <file>', 'line items in a file of their own')
    .option(
      '--map-item <field=Column>',
      'read a field of a line item from this column (repeatable)',
      collect,
      [],
    )
    .addHelpText(
      'after',
      `
Shopify's exports are recognised by their headings. For any other file say which column is which.
Rows that follow each other with the same number are one purchase when its items stand in the same file.
A purchase's customer is found by the shop's own id, then by e-mail address, else a new customer is made.

Fields: ${purchaseFields.join(', ')}
Fields of an item: ${itemFields.join(', ')}

Examples:
  npm run -s steward -- import purchases orders_export.csv
  npm run -s steward -- import purchases invoice.csv --source oldshop \\
    --map number=InvoiceId --map customerExternalId=CustomerId --map placedAt=InvoiceDate --map gross=Total \\
    --map billingLine1=BillingAddress --map billingCity=BillingCity --map billingCountry=BillingCountry \\
    --map billingPostalCode=BillingPostalCode --set currency=USD --set orderStatus=delivered \\
    --items invoice_line.csv --map-item purchase=InvoiceId --map-item title=TrackName \\
    --map-item unitPrice=UnitPrice --map-item quantity=Quantity
${codes}`,
    )
    .action(async (file: string, options: ImportOptions) =>
      (await work()).importFile('purchases', file, options),
    )
}

function withOptions(command: Command): Command {
  return command
    .argument('<file>', 'CSV, separated by commas, semicolons, tabs or bars; UTF-8, UTF-16 or Latin-1')
    .option(
      '--map <field=Column>',
      'read a field from this column; of several for one field the first that holds something counts',
      collect,
      [],
    )
    .option('--set <field=value>', 'a field for every row whose own cell is empty (repeatable)', collect, [])
    .option('--source <name>', "which shop system the ids are of (default: the preset's name, or import)")
    .addOption(
      new Option('--decimal <sign>', 'the sign before decimals, where it is in doubt').choices(['.', ',']),
    )
    .addOption(new Option('--date-order <order>', 'of 03/04/2021').choices(['dmy', 'mdy']))
    .option('--errors <file>', 'write line, column and reason of what was rejected, if anything was')
    .option('--dry-run', 'read and decide everything, write nothing', false)
    .option('--json', 'a summary as JSON on the last line of standard output', false)
    .exitOverride(exiting)
}

/** What was typed wrongly has done nothing either. */
function exiting({ exitCode }: CommanderError): never {
  process.exit(exitCode === 0 ? 0 : 2)
}

function collect(value: string, before: string[]): string[] {
  return [...before, value]
}
