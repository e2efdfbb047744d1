import type { SvgIconComponent } from '@mui/icons-material'
import Bolt from '@mui/icons-material/BoltOutlined'
import Lock from '@mui/icons-material/LockOutlined'
import VisibilityOff from '@mui/icons-material/VisibilityOffOutlined'
import { Box, Tooltip } from '@mui/material'
import { useTranslate } from 'react-admin'
import type { DisclosureRow } from '../../contract/disclosures.ts'
import { hiddenFromEyes } from '../fields/hiddenFromEyes.ts'

type Props = { request: Pick<DisclosureRow, 'kind' | 'secrecyOrdered' | 'handlingLevel'> }

/** The three things about a request that nobody may overlook in a list. */
export const RequestMarks = ({ request: { kind, secrecyOrdered, handlingLevel } }: Props) => (
  <>
    {kind === 'emergency_disclosure' && <Mark icon={Bolt} colour="warning.main" word="emergency" />}
    {secrecyOrdered && <Mark icon={VisibilityOff} colour="secrecy.main" word="secrecy" />}
    {handlingLevel === 'restricted' && <Mark icon={Lock} colour="text.secondary" word="restricted" />}
  </>
)

function Mark({ icon: Icon, colour, word }: { icon: SvgIconComponent; colour: string; word: string }) {
  const t = useTranslate()
  const text = t(`resources.disclosures.marks.${word}`)
  return (
    <Tooltip title={text}>
      <Box component="span" sx={{ display: 'inline-flex', color: colour, position: 'relative' }}>
        <Icon sx={{ fontSize: 16 }} aria-hidden />
        <Box component="span" sx={hiddenFromEyes}>{`(${text})`}</Box>
      </Box>
    </Tooltip>
  )
}
