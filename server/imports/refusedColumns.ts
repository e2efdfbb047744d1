const kinds: { what: string; matches: RegExp }[] = [
  {
    what: 'passwords',
    matches: /passw(or)?d|passwort|kennwort|\bpwd\b|mot.?de.?passe|contrase|senha|\bsecret\b|\bsalt\b/i,
  },
  {
    what: 'card data',
    matches:
      /(card|cc|karten?)[ _.-]?(number|num|no|nr|nummer|expiry|exp|month|year|holder)|credit[ _.-]?card|kreditkarte|\b(pan|cvv2?|cvc2?|csc|ccv)\b/i,
  },
  {
    what: 'IP addresses',
    matches: /(^|[ _.-])(ip|ipv[46])([ _.-]|$)|browser[ _.-]?ip|ip[ _.-]?address|ipaddress/i,
  },
]

/** What a column holds that this shop's record must never hold, judged by its heading, or null. */
export function refusedColumn(heading: string): string | null {
  const words = heading.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' ')
  return kinds.find(({ matches }) => matches.test(words) || matches.test(heading))?.what ?? null
}
