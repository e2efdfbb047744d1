import { useStore } from 'react-admin'

/** Whether single keys are shortcuts: speech input and unsteady hands need them off (WCAG 2.1.4). */
export function useSingleKeys(): [boolean, (isOn: boolean) => void] {
  const [isOn, setOn] = useStore<boolean>('singleKeys', true)
  return [isOn, setOn]
}
