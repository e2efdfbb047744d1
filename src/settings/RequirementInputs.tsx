import { MenuItem, TextField, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { type RequirementField, type Requirements, requirementLevels } from '../../contract/settings.ts'
import { errorAt } from './useSettingDraft.ts'

export type MatrixProps = {
  matrix: Requirements
  onChange: (matrix: Requirements) => void
  errors: unknown
  isEditable: boolean
}
type Props = MatrixProps & {
  field: RequirementField
  /** The label stands over the input, where no column says what it is. */
  isLabelled?: boolean
}

export function LevelInput({ matrix, onChange, isEditable, field, isLabelled = false }: Props) {
  const t = useTranslate()
  const { requirement } = matrix[field]
  if (!isEditable) return <Typography component="span">{t(`choices.requirement.${requirement}`)}</Typography>
  const name = t('resources.settings.requirements.requirement_of', {
    field: t(`resources.settings.field.${field}`),
  })
  return (
    <TextField
      select
      fullWidth
      hiddenLabel={!isLabelled}
      label={isLabelled ? t('resources.settings.requirements.requirement') : undefined}
      value={requirement}
      onChange={({ target }) => {
        const level = requirementLevels.find((each) => each === target.value)
        if (level) onChange({ ...matrix, [field]: { ...matrix[field], requirement: level } })
      }}
      slotProps={{ select: { SelectDisplayProps: { 'aria-label': name } } }}
    >
      {requirementLevels.map((level) => (
        <MenuItem key={level} value={level}>
          {t(`choices.requirement.${level}`)}
        </MenuItem>
      ))}
    </TextField>
  )
}

export function WordsInput({ part, ...props }: Props & { part: 'label' | 'why' }) {
  const t = useTranslate()
  const { matrix, onChange, errors, isEditable, field, isLabelled = false } = props
  const words = matrix[field][part]
  const error = errorAt(errors, field, part)
  if (!isEditable) {
    return (
      <Typography component="span" sx={{ overflowWrap: 'anywhere' }}>
        <bdi>{words}</bdi>
      </Typography>
    )
  }
  const name = t(`resources.settings.requirements.${part}_of`, {
    field: t(`resources.settings.field.${field}`),
  })
  return (
    <TextField
      fullWidth
      multiline={part === 'why'}
      hiddenLabel={!isLabelled}
      label={isLabelled ? t(`resources.settings.requirements.${part}`) : undefined}
      value={words}
      onChange={({ target }) => onChange({ ...matrix, [field]: { ...matrix[field], [part]: target.value } })}
      error={error !== null}
      helperText={error}
      slotProps={{ htmlInput: { 'aria-label': name, dir: 'auto' } }}
    />
  )
}
