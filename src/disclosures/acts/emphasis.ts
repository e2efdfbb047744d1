import type { ButtonProps } from '@mui/material'

/** The verb that is next stands out; the others do not. */
export type Emphasis = { variant?: ButtonProps['variant'] }
