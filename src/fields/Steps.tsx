import Check from '@mui/icons-material/CheckOutlined'
import Close from '@mui/icons-material/CloseOutlined'
import { Box } from '@mui/material'
import { useTranslate } from 'react-admin'
import { hiddenFromEyes } from './hiddenFromEyes.ts'

type Props = {
  label: string
  steps: readonly { id: string; word: string }[]
  /** Which of them it stands at. */
  here: number
  /** How it ended there, once it has. */
  end?: 'reached' | 'dropped' | undefined
}

const colours = { reached: 'success.main', dropped: 'text.secondary', under_way: 'primary.main' } as const

/** A way from end to end, and where something stands on it. */
export function Steps({ label, steps, here, end }: Props) {
  const t = useTranslate()
  return (
    <Box
      component="ol"
      aria-label={label}
      sx={{ listStyle: 'none', m: 0, p: 0, display: 'flex', gap: { xs: 1, sm: 2 } }}
    >
      {steps.map(({ id, word }, index) => {
        const isHere = index === here
        const isDone = index < here || (isHere && end !== undefined)
        const colour = colours[isHere && end ? end : 'under_way']
        const Mark = isHere && end === 'dropped' ? Close : Check
        return (
          <Box
            component="li"
            key={id}
            aria-current={isHere ? 'step' : undefined}
            sx={{ flex: { xs: isHere ? '3 1 auto' : '1 1 0', sm: '1 1 0' }, minWidth: 0 }}
          >
            <Box sx={{ height: 4, borderRadius: 1, bgcolor: isDone || isHere ? colour : 'divider' }} />
            <Box
              sx={{
                display: 'flex',
                alignItems: 'center',
                gap: 1,
                mt: 1,
                fontSize: 12,
                whiteSpace: 'nowrap',
                fontWeight: isHere ? 600 : 400,
                color: isHere ? colour : 'text.secondary',
              }}
            >
              {isDone && <Mark sx={{ fontSize: 14 }} aria-hidden />}
              <Box component="span" sx={isHere ? {} : hiddenWhereNarrow}>
                {word}
              </Box>
              {isDone && !isHere && (
                <Box component="span" sx={hiddenFromEyes}>
                  {t('fields.step_done')}
                </Box>
              )}
            </Box>
          </Box>
        )
      })}
    </Box>
  )
}

/** On a phone the other steps are bars alone, their words kept for who listens. */
const hiddenWhereNarrow = {
  position: { xs: 'absolute', sm: 'static' },
  width: { xs: '1px', sm: 'auto' },
  height: { xs: '1px', sm: 'auto' },
  overflow: { xs: 'hidden', sm: 'visible' },
  clipPath: { xs: 'inset(50%)', sm: 'none' },
}
