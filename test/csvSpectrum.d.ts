declare module 'csv-spectrum' {
  type Example = { name: string; csv: Buffer; json: Buffer }
  export default function read(done: (error: Error | null, examples: Example[]) => void): void
}
