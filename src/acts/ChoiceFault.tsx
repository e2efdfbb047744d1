import { FormHelperText } from '@mui/material'
import { ValidationError } from 'react-admin'

/** What is wrong with a choice, under it; a line that is typed has a place of its own for that. */
export function ChoiceFault({ message }: { message: string | undefined }) {
  if (!message) return null
  return (
    <FormHelperText role="alert" sx={{ mx: 0 }}>
      <ValidationError error={message} />
    </FormHelperText>
  )
}
