import { Box, Button, Typography } from '@mui/material'
import { useEffect } from 'react'
import { useTranslate } from 'react-admin'
import { useNow } from '../fields/useNow.ts'

/** Counts down what is shown in clear, and ends it by itself. */
export function RevealedFor({ until, onOver }: { until: string; onOver: () => void }) {
  const t = useTranslate()
  const now = useNow(1000)
  const seconds = Math.max(0, Math.ceil((Date.parse(until) - now.getTime()) / 1000))
  const isOver = seconds === 0
  useEffect(() => {
    if (isOver) onOver()
  }, [isOver, onOver])
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
      <Typography className="tabular" role="timer" sx={{ color: 'warning.main', fontWeight: 500 }}>
        {t('resources.customers.revealed', { time })}
      </Typography>
      <Button size="small" onClick={onOver}>
        {t('resources.customers.hide')}
      </Button>
    </Box>
  )
}
