package it.voci.input;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names to addresses of the public internet and refuses a name that has any other, so that
 * no page can lead to what stands on this machine or in its network. The client connects to what is
 * returned here, without resolving again: a name that changes its address gains nothing.
 */
class PublicAddresses implements DnsResolver {
  /** Blocks of IPv4 that are not globally reachable: IANA's special-purpose registry, multicast. */
  private static final List<Block> NOT_PUBLIC =
      List.of(
          new Block(0, 0, 0, 0, 8),
          new Block(10, 0, 0, 0, 8),
          new Block(100, 64, 0, 0, 10),
          new Block(127, 0, 0, 0, 8),
          new Block(169, 254, 0, 0, 16),
          new Block(172, 16, 0, 0, 12),
          new Block(192, 0, 0, 0, 24),
          new Block(192, 0, 2, 0, 24),
          new Block(192, 88, 99, 0, 24),
          new Block(192, 168, 0, 0, 16),
          new Block(198, 18, 0, 0, 15),
          new Block(198, 51, 100, 0, 24),
          new Block(203, 0, 113, 0, 24),
          new Block(224, 0, 0, 0, 3));

  private final DnsResolver names;

  PublicAddresses(DnsResolver names) {
    this.names = names;
  }

  /** Told where an address may not be connected to. */
  static final class NotPublic extends UnknownHostException {
    private static final long serialVersionUID = 1;

    NotPublic(String host, InetAddress address) {
      super(host + " leads to " + address.getHostAddress());
    }
  }

  private record Block(int network, int prefix) {
    Block(int a, int b, int c, int d, int prefix) {
      this((a << 24) | (b << 16) | (c << 8) | d, prefix);
    }

    boolean contains(int address) {
      return (address ^ network) >>> (32 - prefix) == 0;
    }
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = names.resolve(host);
    for (InetAddress address : addresses) {
      if (!isPublic(address)) {
        throw new NotPublic(host, address);
      }
    }
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  /** Whether an address is a unicast one that all of the internet can reach. */
  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      return isPublic(bytes, 0);
    }
    if (startsWith(bytes, 0x00, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0)) { // NAT64
      return isPublic(bytes, 12);
    }
    return (bytes[0] & 0xE0) == 0x20 // 2000::/3, global unicast
        && !(startsWith(bytes, 0x20, 0x01) && (bytes[2] & 0xFE) == 0) // 2001::/23, protocols
        && !startsWith(bytes, 0x20, 0x01, 0x0D, 0xB8) // documentation
        && !startsWith(bytes, 0x20, 0x02) // 6to4, which holds an IPv4 address
        && !startsWith(bytes, 0x3F, 0xFF, 0x00); // documentation
  }

  private static boolean isPublic(byte[] bytes, int at) {
    int address = ByteBuffer.wrap(bytes).getInt(at);
    return NOT_PUBLIC.stream().noneMatch(block -> block.contains(address));
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
