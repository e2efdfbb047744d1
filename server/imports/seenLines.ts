type SeenLines = ReturnType<typeof seenLines>

/** On which line of the file a record stood first. What a chunk adds counts once the chunk is kept. */
export function seenLines() {
  const kept = new Map<string, number>()
  return {
    chunk: () => {
      const added = new Map<string, number>()
      return {
        first: (id: string) => kept.get(id) ?? added.get(id),
        add: (id: string, line: number) => {
          if (!kept.has(id) && !added.has(id)) added.set(id, line)
        },
        keep: () => {
          for (const [id, line] of added) kept.set(id, line)
        },
      }
    },
  }
}

export type ChunkLines = ReturnType<SeenLines['chunk']>
