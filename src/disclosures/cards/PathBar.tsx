import Check from '@mui/icons-material/CheckOutlined'
import Close from '@mui/icons-material/CloseOutlined'
import { Box } from '@mui/material'
import { useTranslate } from 'react-admin'
import { type DisclosureState, openStates } from '../../../contract/disclosureChoices.ts'
import { hiddenFromEyes } from '../../fields/hiddenFromEyes.ts'

/** The way of a request from end to end, and where it stands. */
export function PathBar({ state }: { state: DisclosureState }) {
  const t = useTranslate()
  const steps = stepsOf(state)
  const here = steps.indexOf(state)
  const isOver = here === steps.length - 1 && state !== 'draft'
  return (
    <Box
      component="ol"
      aria-label={t('resources.disclosures.path.label')}
      sx={{ listStyle: 'none', m: 0, p: 0, display: 'flex', gap: { xs: 1, sm: 2 } }}
    >
      {steps.map((step, index) => {
        const isDone = index < here || (index === here && isOver)
        const isHere = index === here
        const colour = colourOf(state, isDone, isHere)
        return (
          <Box
            component="li"
            key={step}
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
              {isDone && <Mark state={step} />}
              <Box component="span" sx={isHere ? {} : { ...hiddenWhereNarrow }}>
                {step === 'approved' && !isHere
                  ? t('resources.disclosures.path.decided')
                  : t(`states.disclosure.${step}`)}
              </Box>
              {isDone && !isHere && (
                <Box component="span" sx={hiddenFromEyes}>
                  {t('resources.disclosures.path.done')}
                </Box>
              )}
            </Box>
          </Box>
        )
      })}
    </Box>
  )
}

const Mark = ({ state }: { state: DisclosureState }) =>
  state === 'refused' || state === 'discarded' ? (
    <Close sx={{ fontSize: 14 }} aria-hidden />
  ) : (
    <Check sx={{ fontSize: 14 }} aria-hidden />
  )

/** What lies ahead is called by its usual end; what has ended, by how it did. */
function stepsOf(state: DisclosureState): DisclosureState[] {
  if (state === 'discarded') return ['draft', 'discarded']
  const isAhead = openStates.includes(state)
  return [...openStates, isAhead ? 'approved' : state]
}

function colourOf(state: DisclosureState, isDone: boolean, isHere: boolean): string {
  if (isHere && isDone)
    return state === 'refused' || state === 'discarded' ? 'text.secondary' : 'success.main'
  return 'primary.main'
}

/** On a phone the other steps are bars alone, their words kept for who listens. */
const hiddenWhereNarrow = {
  position: { xs: 'absolute', sm: 'static' },
  width: { xs: '1px', sm: 'auto' },
  height: { xs: '1px', sm: 'auto' },
  overflow: { xs: 'hidden', sm: 'visible' },
  clipPath: { xs: 'inset(50%)', sm: 'none' },
}
