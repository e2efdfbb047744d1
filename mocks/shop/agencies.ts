import type { Category } from '../../contract/disclosureChoices.ts'

/** Invented agencies and people; every address ends in .example. */
export const agencies = [
  {
    name: 'Kriminalpolizei Lindenstadt',
    type: 'police',
    country: 'DE',
    region: 'Lindenstadt',
    domain: 'kripo-lindenstadt.example',
    basis: '§ 95 StPO',
  },
  {
    name: 'Staatsanwaltschaft Nordheide',
    type: 'prosecutor',
    country: 'DE',
    region: 'Nordheide',
    domain: 'sta-nordheide.example',
    basis: '§ 161 StPO',
  },
  {
    name: 'Ashcombe Constabulary',
    type: 'police',
    country: 'GB',
    region: 'Ashcombe',
    domain: 'ashcombe-police.example',
    basis: 'Police and Criminal Evidence Act 1984, sch. 1',
  },
  {
    name: 'Marlow County Sheriff',
    type: 'police',
    country: 'US',
    region: 'Marlow County',
    domain: 'marlowsheriff.example',
    basis: '18 U.S.C. § 2703',
  },
  {
    name: "Tribunal judiciaire d'Aubrac",
    type: 'court',
    country: 'FR',
    region: 'Aubrac',
    domain: 'tj-aubrac.example',
    basis: 'art. 60-1 Code de procédure pénale',
  },
  {
    name: 'Tax Office Södermark',
    type: 'tax',
    country: 'SE',
    region: 'Södermark',
    domain: 'skatt-sodermark.example',
    basis: 'Skatteförfarandelagen 39 kap. 3 §',
  },
] as const

export const officers = [
  { name: 'Renate Vogt', title: 'Kriminalhauptkommissarin', badgeOrId: 'KHK-2231' },
  { name: 'Daniel Ashworth', title: 'Detective Sergeant', badgeOrId: 'DS-4410' },
  { name: 'Marguerite Colbert', title: "Juge d'instruction", badgeOrId: 'JI-118' },
  { name: 'Luis Ortega', title: 'Detective', badgeOrId: 'D-7702' },
  { name: 'Ebba Norling', title: 'Revisor', badgeOrId: 'R-905' },
] as const

type Crime = {
  ground: 'fraud' | 'other_criminal_activity'
  why: string
  liability: string
  categories: Category[]
}

export const crimes: readonly Crime[] = [
  {
    ground: 'fraud',
    why: 'Goods were ordered with stolen payment details and sent to the address of the account.',
    liability:
      'The shop took payment for orders that the holder of the account did not place; not helping would leave us liable to them.',
    categories: ['identity', 'address', 'purchases'],
  },
  {
    ground: 'fraud',
    why: 'Parcels from several shops were returned empty for a refund, ours among them.',
    liability: 'The refunds were paid by us; the customer is liable for them.',
    categories: ['identity', 'contact', 'purchases', 'purchase_items'],
  },
  {
    ground: 'other_criminal_activity',
    why: 'The account is said to have received goods bought with a blackmailed sum.',
    liability: 'Keeping silent about goods we delivered could make the shop liable for handling them.',
    categories: ['identity', 'address', 'payment_label'],
  },
  {
    ground: 'other_criminal_activity',
    why: 'A burglar sold our goods on, and the agency asks to whom the stolen items had been sold.',
    liability: 'The customer may own stolen goods without knowing and would be liable to their owner.',
    categories: ['identity', 'purchases', 'purchase_items'],
  },
]
