import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, Typography } from '@mui/material'
import { type FormEvent, useState } from 'react'
import { useAuthProvider, useGetIdentity, useTranslate } from 'react-admin'
import type { StewardAuth } from '../authProvider.ts'
import { useFailureText } from '../errors/useFailureText.ts'
import { problemOf } from '../problem.ts'
import { type Asked, useAsked } from './proof.ts'
import { SignInFields } from './SignInFields.tsx'

/** Asks over the page as it is: for the password when the session is over, or once more before an act that decides. */
export function ProofDialog() {
  const asked = useAsked()
  return asked ? <Asking asked={asked} /> : null
}

function Asking({ asked: { proof, settle } }: { asked: Asked }) {
  const t = useTranslate()
  const auth = useAuthProvider<StewardAuth>()
  const { data: identity } = useGetIdentity()
  const failureText = useFailureText()
  const [password, setPassword] = useState('')
  const [failure, setFailure] = useState<unknown>(null)
  const [pending, setPending] = useState(false)
  const email: string = identity?.email ?? ''
  const fault = problemOf(failure)?.errors.password
  const passwordFault = typeof fault === 'string' ? fault : null

  async function submit(event: FormEvent) {
    event.preventDefault()
    event.stopPropagation()
    setPending(true)
    try {
      if (proof === 'stepUp') await auth?.stepUp({ password })
      else await auth?.signInAgain({ email, password })
      settle(true)
    } catch (error) {
      setFailure(error)
      setPassword('')
      setPending(false)
    }
  }

  return (
    <Dialog open onClose={() => settle(false)} fullWidth maxWidth="xs" aria-labelledby="proof-title">
      <form onSubmit={submit}>
        <DialogTitle id="proof-title">{t(`session.${proof}.title`)}</DialogTitle>
        <DialogContent>
          <Stack spacing={4}>
            <Typography>{t(`session.${proof}.what`)}</Typography>
            <SignInFields
              value={{ email, password }}
              onChange={(value) => setPassword(value.password)}
              failure={failure === null || passwordFault ? null : failureText(failure)}
              passwordFault={passwordFault}
              fixedEmail
            />
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button color="secondary" onClick={() => settle(false)}>
            {t(`session.${proof}.leave`)}
          </Button>
          <Button type="submit" variant="contained" disabled={pending}>
            {t(`session.${proof}.confirm`)}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
