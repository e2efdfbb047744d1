import { formatLocale } from '../i18n/formatLocale.ts'

const whole = new Intl.NumberFormat(formatLocale)

/** "1,234" */
export const sayNumber = (value: number): string => whole.format(value)
