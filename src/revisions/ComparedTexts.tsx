import { Box, Button, MenuItem, TextField } from '@mui/material'
import { LinkBase, useNavigate, useTranslate } from 'react-admin'
import type { Revision } from '../../contract/revisions.ts'
import { compareAddress } from './addresses.ts'
import { useComparable } from './useComparable.ts'

const base = 'resources.revisions.comparison'
const nothing = ''

type Props = { compared: Revision; otherId: string | null; onOther: (id: string | null) => void }

/** Which two texts are laid over each other: any two of the policy, each pair with an address of its own. */
export function ComparedTexts({ compared, otherId, onOther }: Props) {
  const t = useTranslate()
  const navigate = useNavigate()
  const comparable = useComparable(compared.policyId, compared)
  const isAlone = comparable.length < 2
  if (isAlone && otherId === null) return null
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'center' }}>
      <Picker
        label={t(`${base}.newer_text`)}
        value={compared.id}
        choices={comparable}
        onChange={(id) => void navigate(compareAddress(id, otherId === id ? compared.id : otherId))}
      />
      <Picker
        label={t(`${base}.with`)}
        value={otherId ?? nothing}
        choices={[
          { id: nothing, name: t(`${base}.${compared.latest ? 'nothing' : 'with_nothing'}`) },
          ...comparable.filter(({ id }) => id !== compared.id),
        ]}
        onChange={(id) => onOther(id === nothing ? null : id)}
      />
      {otherId !== null && (
        <Button component={LinkBase} to={compareAddress(otherId, compared.id)} color="secondary">
          {t(`${base}.other_way`)}
        </Button>
      )}
    </Box>
  )
}

type PickerProps = {
  label: string
  value: string
  choices: readonly { id: string; name: string }[]
  onChange: (id: string) => void
}

function Picker({ label, value, choices, onChange }: PickerProps) {
  const isListed = choices.some(({ id }) => id === value)
  return (
    <TextField
      select
      label={label}
      value={isListed ? value : nothing}
      onChange={({ target }) => onChange(target.value)}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      sx={{ minWidth: 240, maxWidth: '100%', flex: { xs: 1, sm: 'none' }, bgcolor: 'background.paper' }}
    >
      {choices.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          <bdi>{name}</bdi>
        </MenuItem>
      ))}
    </TextField>
  )
}
