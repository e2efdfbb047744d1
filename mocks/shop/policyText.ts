/** The first privacy policy of the invented shop; `changes` made five more revisions of it. */
const firstText = `# Privacy at Lamplight & Paper

Lamplight & Paper sells lamps, paper and tea. To send you what you order we need to know who you are and where you live. This page says what we keep, why we keep it, who sees it, and what you can do about it.

## What we collect

We collect what you type into our forms: your name, e-mail address, telephone number, billing address and shipping address. We keep what you ordered, when, and what you paid. We do not buy data about you from anybody.

Some of it is necessary: without a name, an e-mail address and an address we cannot process an order. The rest is left to you.

## What we use it for

- to process, pack and ship your order,
- to tell you that an order can or cannot be processed, and where it is,
- to answer you when you write to us.

We do not use your contact data for advertising, and we do not give it to anybody who would.

## Who receives it

We share what is needed with those who make, pack or carry your order, and with nobody else.

| Receiver | What they receive | Why |
|---|---|---|
| Carriers | name, shipping address | to deliver the parcel |
| Makers of goods to order | list of items | to make them |
| Our payment provider | order number, amount | to take the payment |

## Payment

We never see your card. Our payment provider takes the payment on its own pages and tells us that it went through.

## When the police ask

If the police or a court ask about a customer, we look at each request by itself. We may give specific information where fraud or another crime could make you or us liable. Nothing is given on a telephone call, and nobody at our shop decides alone.

## Your past purchases

You can see and correct your data after signing in. Past purchases cannot be deleted, because accounting law has us keep them. We deactivate them when an account has been inactive: you no longer see them, and neither do our staff in their daily work.

## Removing your data

Write to us and we remove your personal data from our active databases. Backups are kept for 35 days; until then a copy remains in them.

## Changes to this policy

We may change this policy. A change takes effect the moment it is posted here. Should we ever deviate from that, we say so on this page.

## Contact

Questions about your data: [privacy@lamplight.example](mailto:privacy@lamplight.example)
`

type Change = {
  daysAgo: number
  kind: 'editorial' | 'substantive'
  summary: string
  edits: readonly (readonly [string, string])[]
}

const firstSummary = 'The first version of our privacy policy, in plain words and on one page.'
const firstDaysAgo = 1390

const changes: readonly Change[] = [
  {
    daysAgo: 1011,
    kind: 'substantive',
    summary:
      'Names the returns handler, who now receives your name and address when you send something back.',
    edits: [
      [
        '| Our payment provider | order number, amount | to take the payment |',
        '| Our payment provider | order number, amount | to take the payment |\n| Our returns handler | name, address, list of items | to take a parcel back |',
      ],
      [
        'with those who make, pack or carry your order',
        'with those who make, pack, carry or take back your order',
      ],
    ],
  },
  {
    daysAgo: 742,
    kind: 'editorial',
    summary: 'Corrects the wording on telephone calls; what we do has not changed.',
    edits: [
      ['Nothing is given on a telephone call, and nobody', 'We give nothing over the telephone, and nobody'],
    ],
  },
  {
    daysAgo: 455,
    kind: 'substantive',
    summary:
      'Says how long an account is quiet before its past purchases are deactivated, and that you can ask for them back.',
    edits: [
      ['when an account has been inactive:', 'when an account has been inactive for 180 days:'],
      ['in their daily work.', 'in their daily work. Write to us and we bring them back.'],
    ],
  },
  {
    daysAgo: 198,
    kind: 'substantive',
    summary:
      'Promises that a second person decides every request of the police, and that we tell you unless the law forbids it.',
    edits: [
      [
        'and nobody at our shop decides alone.',
        'and nobody at our shop decides alone: a second person must agree. We tell you before we give anything about you, unless an order forbids us to.',
      ],
    ],
  },
  {
    daysAgo: 41,
    kind: 'substantive',
    summary:
      'Shortens the time that backups keep a copy of removed data from 35 to 30 days, and says what a backup is.',
    edits: [
      [
        'Backups are kept for 35 days; until then a copy remains in them.',
        'Backups, the copies we keep in case a machine fails, are kept for 30 days; until then a copy remains in them.',
      ],
      [
        'to tell you that an order can or cannot be processed, and where it is,',
        'to tell you whether an order can be processed, and where it is,',
      ],
    ],
  },
]

/** The six texts in the order of their posting. */
export function policyTexts() {
  const texts = [
    { body: firstText, daysAgo: firstDaysAgo, kind: 'substantive' as const, summary: firstSummary },
  ]
  let body = firstText
  const later = changes.map(({ edits, ...change }) => {
    for (const [from, to] of edits) {
      if (!body.includes(from)) throw new Error(`the policy does not say: ${from}`)
      body = body.replace(from, to)
    }
    return { body, ...change }
  })
  return [...texts, ...later]
}
