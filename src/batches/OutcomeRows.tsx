import { Box, Typography } from '@mui/material'
import { Fragment } from 'react'
import { useTranslate } from 'react-admin'
import { type BatchAction, type Counts, type NotEligible, outcomesOf } from '../../contract/batches.ts'
import { ineligibilities } from '../../contract/purchases.ts'
import { sayNumber } from '../fields/sayNumber.ts'

type Props = { action: BatchAction; counts: Counts; notEligible: NotEligible }

/** How many would end how, zeros included, and why as many are not eligible. */
export function OutcomeRows({ action, counts, notEligible }: Props) {
  const t = useTranslate()
  const whys = ineligibilities.filter((code) => notEligible[code] > 0)
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', rowGap: 1 }}>
      {outcomesOf[action].map((outcome, index) => {
        const count = counts[outcome] ?? 0
        const look = {
          ...(count === 0 ? { color: 'textSecondary' } : {}),
          sx: { m: 0, fontWeight: index === 0 ? 600 : 400 },
        }
        return (
          <Box key={outcome} sx={{ display: 'flex', justifyContent: 'space-between', gap: 4 }}>
            <Typography component="dt" {...look}>
              {t(`choices.outcomeToBe.${outcome}`)}
              {outcome === 'not_eligible' && whys.length > 0 && (
                <Typography component="span" color="textSecondary" sx={{ display: 'block' }}>
                  {whys.map((code, at) => (
                    <Fragment key={code}>
                      <span style={{ whiteSpace: 'nowrap' }}>
                        {`${sayNumber(notEligible[code])}: ${t(`choices.ineligibility.${code}`)}`}
                        {at < whys.length - 1 && ' ·'}
                      </span>{' '}
                    </Fragment>
                  ))}
                </Typography>
              )}
            </Typography>
            <Typography component="dd" className="tabular" {...look}>
              {sayNumber(count)}
            </Typography>
          </Box>
        )
      })}
    </Box>
  )
}
