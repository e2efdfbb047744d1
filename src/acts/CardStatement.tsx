import { useFormContext, useFormState } from 'react-hook-form'
import { CardStatements } from './CardStatements.tsx'

/** Where a text of a form is refused for what looks like a card number, its typist may state that it is none: an event. */
export function CardStatement() {
  const { getValues, setValue, setFocus, trigger } = useFormContext()
  const { errors } = useFormState()

  async function state(last4: string, field: string) {
    setValue('notCardNumbers', [...(getValues('notCardNumbers') ?? []), last4])
    await trigger()
    setFocus(field)
  }

  return <CardStatements errors={errors} onState={(last4, field) => void state(last4, field)} />
}
