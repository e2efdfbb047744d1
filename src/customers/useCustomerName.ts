import { useTranslate } from 'react-admin'

/** Some people buy without a name; they still need something to be called by. */
export function useCustomerName() {
  const t = useTranslate()
  return ({ name }: { name: string }) => (name === '' ? t('resources.customers.unnamed') : name)
}
