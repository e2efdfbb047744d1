/** Stands in for the library that writes CSV in the browser, so that nobody loads it. */
export default function noExporter(): never {
  throw new Error('Exports are made by the server.')
}
