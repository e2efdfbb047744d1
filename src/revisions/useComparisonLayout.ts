import { useStore } from 'react-admin'

const layouts = ['inline', 'sides'] as const
type Layout = (typeof layouts)[number]

export type ComparisonLayout = { value: Layout; set: (value: unknown) => void }

/** How this person reads comparisons; remembered as the theme is. */
export function useComparisonLayout(): ComparisonLayout {
  const [value, setValue] = useStore<Layout>('comparisonLayout', 'inline')
  return {
    value,
    set(wanted) {
      const layout = layouts.find((each) => each === wanted)
      if (layout) setValue(layout)
    },
  }
}
