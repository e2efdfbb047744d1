import { randomInt } from 'node:crypto'

// Without the letters and digits that are mistaken for one another on paper.
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password to be given once and typed by hand: four groups of five characters, 99 random bits. */
export function generatePassword(): string {
  const group = () => Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join('')
  return Array.from({ length: 4 }, group).join('-')
}
