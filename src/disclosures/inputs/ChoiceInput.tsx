import { MenuItem } from '@mui/material'
import { useTranslate } from 'react-admin'
import { LineInput } from './LineInput.tsx'

type Props = {
  source: string
  choices: readonly string[]
  /** `choices.{catalogue}.{choice}` are the words. */
  catalogue: string
  span?: number
  /** True where nothing may be chosen. */
  clearable?: boolean
  help?: string
}

/** One of a few. */
export function ChoiceInput({ source, choices, catalogue, span = 3, clearable = false, help }: Props) {
  const t = useTranslate()
  return (
    <LineInput source={source} span={span} select {...(help ? { help } : {})}>
      {clearable && (
        <MenuItem value="">
          <em>{t('fields.nothing')}</em>
        </MenuItem>
      )}
      {choices.map((choice) => (
        <MenuItem key={choice} value={choice}>
          {t(`choices.${catalogue}.${choice}`)}
        </MenuItem>
      ))}
    </LineInput>
  )
}
