import { Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material'
import { useTranslate } from 'react-admin'
import { requirementFields } from '../../contract/settings.ts'
import { LevelInput, type MatrixProps, WordsInput } from './RequirementInputs.tsx'

/** It begins and ends where the card's text does, and its columns stand under their names. */
const inCard = {
  tableLayout: 'fixed',
  '& th:first-of-type': { pl: 0 },
  '& td:first-of-type': { pl: 2 },
  '& th:last-of-type, & td:last-of-type': { pr: 2 },
  '& thead th:last-of-type, & td:last-of-type': { pr: 0 },
}

export function RequirementTable(props: MatrixProps) {
  const t = useTranslate()
  const head = (name: string) => t(`resources.settings.requirements.${name}`)
  const cell = { px: 2, py: 2, verticalAlign: 'top', height: 'auto' }
  return (
    <Table sx={inCard}>
      <TableHead>
        <TableRow>
          <TableCell sx={{ width: 156, px: 2 }}>{head('field')}</TableCell>
          <TableCell sx={{ width: 188, px: 2 }}>{head('requirement')}</TableCell>
          <TableCell sx={{ width: '24%', px: 2 }}>{head('label')}</TableCell>
          <TableCell sx={{ px: 2 }}>{head('why')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {requirementFields.map((field) => (
          <TableRow key={field}>
            <TableCell component="th" scope="row" sx={{ ...cell, pt: props.isEditable ? 4 : 2 }}>
              {t(`resources.settings.field.${field}`)}
            </TableCell>
            <TableCell sx={cell}>
              <LevelInput {...props} field={field} />
            </TableCell>
            <TableCell sx={cell}>
              <WordsInput {...props} field={field} part="label" />
            </TableCell>
            <TableCell sx={cell}>
              <WordsInput {...props} field={field} part="why" />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
