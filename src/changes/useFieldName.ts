import { useTranslate } from 'react-admin'

/** What a field is called where it is spoken of. */
export function useFieldName(noun: string) {
  const t = useTranslate()
  return (field: string) => t(`resources.${noun}.fields.${field}`, { _: field })
}
