import { Button, Stack, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { fetchUtils, useTranslate } from 'react-admin'
import { demoPassword } from '../../contract/demoPassword.ts'
import type { DemoAccount } from '../../contract/session.ts'
import { statusOf } from '../problem.ts'
import type { Credentials } from './SignInFields.tsx'

export function DemoAccounts({ onPick }: { onPick: (credentials: Credentials) => void }) {
  const t = useTranslate()
  const { data: accounts = [] } = useQuery({ queryKey: ['session', 'demo'], queryFn: readAccounts })
  if (accounts.length === 0) return null
  return (
    <Stack component="section" spacing={2} aria-labelledby="demo-accounts">
      <Typography id="demo-accounts" variant="h3" component="h2">
        {t('session.demo')}
      </Typography>
      <Typography variant="caption" color="textSecondary">
        {t('session.demo_what', { password: demoPassword })}
      </Typography>
      <Stack spacing={1}>
        {accounts.map(({ email, name, role }) => (
          <Button
            key={email}
            variant="outlined"
            color="secondary"
            onClick={() => onPick({ email, password: demoPassword })}
            sx={{
              justifyContent: 'space-between',
              minHeight: 40,
              borderColor: 'divider',
              bgcolor: 'background.paper',
            }}
          >
            <span>{t('session.demo_as', { role: t(`roles.${role}`).toLowerCase() })}</span>
            <Typography component="span" variant="caption" color="textSecondary">
              {name}
            </Typography>
          </Button>
        ))}
      </Stack>
    </Stack>
  )
}

/** Only the demonstration answers; any other shop says that there is no such page. */
async function readAccounts(): Promise<DemoAccount[]> {
  try {
    const { json } = await fetchUtils.fetchJson('/api/session/demo')
    return json
  } catch (error) {
    if (statusOf(error) === 404) return []
    throw error
  }
}
