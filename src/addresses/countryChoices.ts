import { countries } from '../disclosures/countries.ts'

/** Regions that have a code but no post of their own, and unions of countries. */
const noCountries = new Set(['AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'IC', 'TA', 'UN'])

export const countryChoices = () => countries().filter(({ id }) => !noCountries.has(id))
