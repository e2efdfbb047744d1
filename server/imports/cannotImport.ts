/** A file or an option that nothing can be done with; the message is for the person who typed the command. */
export class CannotImport extends Error {
  override name = 'CannotImport'
}
