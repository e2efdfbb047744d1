import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net'

/** Addresses and subnets (`10.0.0.0/8`) of the proxies whose `X-Forwarded-For` is believed. */
export function trustedProxies(entries: readonly string[]): BlockList {
  const trusted = new BlockList()
  for (const entry of entries) {
    const [address = '', bits] = entry.split('/')
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    if (bits === undefined) trusted.addAddress(address, family)
    else trusted.addSubnet(address, Number(bits), family)
  }
  return trusted
}

/**
 * Where a request comes from: the peer of the connection, or, behind trusted proxies, the nearest address in
 * `X-Forwarded-For` that is not one of them. Anything else in that header can be invented by the caller.
 */
export function addressOf(
  peer: string | undefined,
  forwarded: string | undefined,
  trusted: BlockList,
): string {
  const hops = [...(forwarded ?? '').split(',').map((hop) => hop.trim()), plain(peer ?? '')]
  let nearest = 'unknown'
  for (const hop of hops.reverse()) {
    const address = plain(hop)
    if (isIP(address) === 0) return nearest
    nearest = address
    if (!trusted.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')) return nearest
  }
  return nearest
}

/** One subscriber may use a whole IPv6 /64, so that is what counts as one address. */
export function oneAddress(address: string): string {
  return isIPv6(address) ? prefix64(address) : address
}

/** The network of an address: the IPv4 /24 or the IPv6 /64. */
export function networkOf(address: string): string {
  return isIPv4(address) ? address.split('.').slice(0, 3).join('.') : oneAddress(address)
}

function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}

function prefix64(address: string): string {
  const [head = '', tail] = (address.toLowerCase().split('%')[0] ?? '').split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length
  const groups = [...before, ...Array<string>(Math.max(zeros, 0)).fill('0'), ...after]
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
