import { Alert, Button, Stack } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { ComparisonDialog } from './ComparisonDialog.tsx'
import type { Found } from './keptWords.ts'
import { sayClock } from './sayClock.ts'

type Props = {
  left: readonly Found[]
  /** What stands in the draft now. */
  now: () => string
  language: string
  takeLabel: string
  onTake: (found: Found) => void
  onDrop: (found: Found) => void
}

/** Words that were never saved: to look at, to take over, or to drop. */
export function KeptWordsOffer({ left, now, language, takeLabel, onTake, onDrop }: Props) {
  const t = useTranslate()
  const say = (key: string, values = {}) => t(`resources.revisions.drafting.${key}`, values)
  const [looked, setLooked] = useState<Found | null>(null)
  const close = () => setLooked(null)
  return left.map((found) => {
    const time = sayClock(found.kept.at)
    return (
      <Alert key={found.place} severity="info" sx={{ mb: 4 }}>
        {say('left', { time })}
        <Stack direction="row" sx={{ mt: 2, gap: 2, flexWrap: 'wrap' }}>
          <Button variant="outlined" color="inherit" onClick={() => onTake(found)}>
            {takeLabel}
          </Button>
          <Button color="inherit" onClick={() => setLooked(found)}>
            {say('look')}
          </Button>
        </Stack>
        {looked?.place === found.place && (
          <ComparisonDialog
            title={say('left_title', { time })}
            says={say('left_says')}
            older={now()}
            newer={found.kept.words.body}
            language={language}
            onClose={close}
            actions={
              <>
                <Button
                  color="error"
                  onClick={() => {
                    close()
                    onDrop(found)
                  }}
                >
                  {say('drop')}
                </Button>
                <Button
                  variant="contained"
                  onClick={() => {
                    close()
                    onTake(found)
                  }}
                >
                  {takeLabel}
                </Button>
              </>
            }
          />
        )}
      </Alert>
    )
  })
}
