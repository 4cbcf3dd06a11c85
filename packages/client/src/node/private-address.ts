import { BlockList, isIP } from 'node:net';

/** Source: IANA IPv4 Special-Purpose Address Registry; the last is the metadata service of Azure. */
const specialIpv4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
  ['168.63.129.16', 32],
] as const;

/** Within what is public of IPv6: protocols (Teredo among them), documentation, 6to4. Source: IANA. */
const specialIpv6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

/** All that is public of IPv6, and the two ways to write an IPv4 address in it: mapped, and NAT64. */
const publicIpv6 = [
  ['2000::', 3],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
] as const;

const special = new BlockList();
for (const [network, bits] of specialIpv4) {
  special.addSubnet(network, bits, 'ipv4');
  special.addSubnet(`::ffff:${network}`, 96 + bits, 'ipv6');
  special.addSubnet(`64:ff9b::${network}`, 96 + bits, 'ipv6');
}
for (const [network, bits] of specialIpv6) special.addSubnet(network, bits, 'ipv6');
const general = new BlockList();
for (const [network, bits] of publicIpv6) general.addSubnet(network, bits, 'ipv6');

/**
 * Whether an address belongs to no public server: this machine, a private or link-local network, the
 * metadata service of a cloud, multicast, documentation. Also what is no address at all.
 */
export function isPrivateAddress(address: string): boolean {
  // An address with a zone (fe80::1%eth0) is of this machine's own links.
  const family = isIP(address);
  if (family === 4) return special.check(address, 'ipv4');
  if (family === 0 || address.includes('%')) return true;
  return special.check(address, 'ipv6') || !general.check(address, 'ipv6');
}
