import { Box, Button, Card, Stack, Typography } from '@mui/material'
import { type FormEvent, useState } from 'react'
import { useLogin, useTranslate } from 'react-admin'
import { useFailureText } from '../errors/useFailureText.ts'
import { useDocumentTitle } from '../layout/useDocumentTitle.ts'
import { DemoAccounts } from './DemoAccounts.tsx'
import { type Credentials, SignInFields } from './SignInFields.tsx'

export function LoginPage() {
  const t = useTranslate()
  const login = useLogin()
  const failureText = useFailureText()
  const [credentials, setCredentials] = useState<Credentials>({ email: '', password: '' })
  const [failure, setFailure] = useState<string | null>(null)
  const [pending, setPending] = useState(false)
  useDocumentTitle(t('session.sign_in'))

  async function submit(event: FormEvent) {
    event.preventDefault()
    setPending(true)
    setFailure(null)
    try {
      await login(credentials)
    } catch (error) {
      setFailure(failureText(error))
      setCredentials({ ...credentials, password: '' })
    } finally {
      setPending(false)
    }
  }

  return (
    <Box
      component="main"
      sx={{ minHeight: '100vh', display: 'grid', placeItems: 'center', bgcolor: 'canvas', p: 4 }}
    >
      <Stack spacing={6} sx={{ width: '100%', maxWidth: 400 }}>
        <Stack spacing={2}>
          <Typography variant="h4" component="h1">
            {t('app.name')}
          </Typography>
          <Typography color="textSecondary">{t('app.what', { shop: window.location.hostname })}</Typography>
        </Stack>
        <Card sx={{ p: 6 }}>
          <Stack component="form" spacing={4} onSubmit={submit}>
            <SignInFields value={credentials} onChange={setCredentials} failure={failure} />
            <Button type="submit" variant="contained" disabled={pending} sx={{ minHeight: 44 }}>
              {t('session.sign_in')}
            </Button>
          </Stack>
        </Card>
        <DemoAccounts onPick={setCredentials} />
      </Stack>
    </Box>
  )
}
