import { Alert, Box, Button } from '@mui/material'
import { useTranslate } from 'react-admin'
import { refusedCard } from '../../contract/cardRefusal.ts'

type Refused = { field: string; last4: string }
type Props = {
  /** What stands beside the fields, in the shape of what is filled in. */
  errors: unknown
  onState: (last4: string, field: string) => void
}

/** One statement for each number that is refused for looking like a card's. */
export function CardStatements({ errors, onState }: Props) {
  const t = useTranslate()
  const numbers = new Map(refusedIn(errors, '').map(({ field, last4 }) => [last4, field]))
  return [...numbers].map(([last4, field]) => (
    <Alert key={last4} ref={bringIntoView} severity="warning">
      {t('acts.card.says', { last4 })}
      <Box sx={{ mt: 2 }}>
        <Button color="inherit" variant="outlined" onClick={() => onState(last4, field)}>
          {t('acts.card.state', { last4 })}
        </Button>
      </Box>
    </Alert>
  ))
}

/** At the foot of a long dialog it would stand below the edge. */
function bringIntoView(alert: HTMLElement | null) {
  alert?.scrollIntoView({ block: 'nearest' })
}

function refusedIn(place: unknown, path: string): Refused[] {
  if (typeof place === 'string') {
    const last4 = refusedCard(place)
    return last4 === null ? [] : [{ field: path, last4 }]
  }
  if (place === null || typeof place !== 'object') return []
  return Object.entries(place).flatMap(([name, inner]) => {
    if (name === 'ref') return []
    return refusedIn(inner, name === 'message' ? path : path === '' ? name : `${path}.${name}`)
  })
}
