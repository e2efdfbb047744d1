export type Size = { customers: number; purchases: number }

/** L is a large shop; S is a hundredth of it, to see what grows. */
export const sizes = {
  S: { customers: 10_000, purchases: 50_000 },
  L: { customers: 1_000_000, purchases: 5_000_000 },
} satisfies Record<string, Size>
export type SizeName = keyof typeof sizes

export const sizeNames: readonly SizeName[] = ['S', 'L']
