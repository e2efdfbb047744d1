import Close from '@mui/icons-material/CloseOutlined'
import PersonSearch from '@mui/icons-material/PersonSearchOutlined'
import {
  Box,
  Button,
  FormHelperText,
  IconButton,
  ListItem,
  MenuItem,
  TextField,
  Typography,
} from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { matchConfidences } from '../../../contract/disclosureChoices.ts'
import { useCustomerName } from '../../customers/useCustomerName.ts'
import type { SubjectValue } from '../formValues.ts'
import { CustomerPicker } from './CustomerPicker.tsx'
import { pickedSubject } from './pickedSubject.ts'

type Props = {
  subject: SubjectValue
  fault: string | null
  taken: readonly string[]
  onChange: (subject: SubjectValue) => void
  onRemove: () => void
}

/** One person of the request: who it is, how sure we are, and a way to take them off. */
export function SubjectLine({ subject, fault, taken, onChange, onRemove }: Props) {
  const t = useTranslate()
  const nameOf = useCustomerName()
  const [isFinding, setFinding] = useState(false)
  const { customer, customerId, identifier, matchConfidence } = subject
  const name = customer ? nameOf(customer) : (identifier ?? '')
  return (
    <ListItem
      disableGutters
      sx={{
        display: 'block',
        py: 2,
        borderTop: 1,
        borderColor: 'divider',
        '&:last-of-type': { borderBottom: 1, borderColor: 'divider' },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 3 }}>
        <Box sx={{ flex: '1 1 200px', minWidth: 0 }}>
          <Typography sx={{ fontWeight: 500, overflowWrap: 'anywhere' }}>
            <bdi>{name}</bdi>
          </Typography>
          <Typography variant="caption" color="textSecondary" component="div">
            {customer ? (
              <span className="tabular">{customer.reference}</span>
            ) : (
              t('resources.disclosures.subjects.as_given')
            )}
            {customer && identifier && <bdi>{` · ${identifier}`}</bdi>}
          </Typography>
        </Box>
        {customerId === null ? (
          <Button size="small" startIcon={<PersonSearch />} onClick={() => setFinding(!isFinding)}>
            {t('resources.disclosures.subjects.find')}
          </Button>
        ) : (
          <TextField
            select
            value={matchConfidence}
            onChange={({ target }) => {
              const picked = matchConfidences.find((each) => each === target.value)
              if (picked) onChange({ ...subject, matchConfidence: picked })
            }}
            slotProps={{
              htmlInput: { 'aria-label': t('resources.disclosures.subjects.confidence_of', { name }) },
            }}
            sx={{ width: 160 }}
          >
            {(['exact', 'probable'] as const).map((confidence) => (
              <MenuItem key={confidence} value={confidence}>
                {t(`choices.matchConfidence.${confidence}`)}
              </MenuItem>
            ))}
          </TextField>
        )}
        <IconButton aria-label={t('resources.disclosures.subjects.remove', { name })} onClick={onRemove}>
          <Close fontSize="small" />
        </IconButton>
      </Box>
      {isFinding && customerId === null && (
        <Box sx={{ mt: 2 }}>
          <CustomerPicker
            label="resources.disclosures.subjects.find"
            taken={taken}
            autoFocus
            onPick={(found) => onChange({ ...subject, ...pickedSubject(found, identifier) })}
          />
        </Box>
      )}
      {fault && <FormHelperText error>{fault}</FormHelperText>}
    </ListItem>
  )
}
