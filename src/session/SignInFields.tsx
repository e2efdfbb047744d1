import { Alert, Stack, TextField } from '@mui/material'
import { useTranslate } from 'react-admin'

export type Credentials = { email: string; password: string }

type Props = {
  value: Credentials
  onChange: (value: Credentials) => void
  failure: string | null
  /** What is wrong with the password alone. */
  passwordFault?: string | null
  /** Who is asked for the password alone. */
  fixedEmail?: boolean
}

export function SignInFields({ value, onChange, failure, passwordFault, fixedEmail = false }: Props) {
  const t = useTranslate()
  return (
    <Stack spacing={4}>
      {failure && <Alert severity="error">{failure}</Alert>}
      <TextField
        label={t('session.email')}
        type="email"
        name="email"
        autoComplete="username"
        autoFocus={!fixedEmail}
        required
        fullWidth
        disabled={fixedEmail}
        value={value.email}
        onChange={(event) => onChange({ ...value, email: event.target.value })}
        slotProps={{ inputLabel: { required: false } }}
      />
      <TextField
        label={t('session.password')}
        type="password"
        name="password"
        autoComplete="current-password"
        autoFocus={fixedEmail}
        required
        fullWidth
        value={value.password}
        onChange={(event) => onChange({ ...value, password: event.target.value })}
        error={Boolean(passwordFault)}
        helperText={passwordFault}
        slotProps={{ inputLabel: { required: false } }}
      />
    </Stack>
  )
}
