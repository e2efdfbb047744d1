import { sayCountry } from '../fields/sayCountry.ts'

export function placeOf({ city, country }: { city: string | null; country: string | null }): string {
  return [city, sayCountry(country)].filter((part) => part !== null && part !== '').join(', ')
}
