package org.parley.web.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a request comes from.
 *
 * @param text an IPv4 or IPv6 address; {@code unknown} when the container tells none
 * @param network for limits: an IPv4 address, or the /64 that one IPv6 customer usually has
 */
public record ClientAddress(String text, String network) {
    static final ClientAddress UNKNOWN = new ClientAddress("unknown", "unknown");

    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");
    private static final int HALF = 8;

    /** The network of an address in text form, for limits; null is nobody's. */
    public static String network(String text) {
        return Optional.ofNullable(text)
                .flatMap(ClientAddress::parse)
                .map(ClientAddress::of)
                .orElse(UNKNOWN)
                .network();
    }

    static ClientAddress of(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return new ClientAddress(address.getHostAddress(), address.getHostAddress());
        }
        byte[] network = Arrays.copyOf(Arrays.copyOf(address.getAddress(), HALF), 2 * HALF);
        return new ClientAddress(text(address.getAddress()), text(network) + "/64");
    }

    /**
     * Reads a received address. No name is ever looked up.
     *
     * @return empty when it is none; the IPv4 address for a mapped one
     */
    static Optional<InetAddress> parse(String text) {
        int zone = text.indexOf('%');
        String literal = zone < 0 ? text : text.substring(0, zone);
        if (!IPV4.matcher(literal).matches() && !IPV6.matcher(literal).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(literal));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Without a zone, which means nothing to others. */
    private static String text(byte[] address) {
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("An IPv6 address has 16 bytes", e);
        }
    }

    /** Keeps addresses out of logs. */
    @Override
    public String toString() {
        return "ClientAddress";
    }
}
