package org.parley.web.limit;

import java.net.InetAddress;

/** Addresses with the same first bits, in CIDR notation: {@code 10.0.0.0/8}; without a slash one address. */
record AddressRange(byte[] address, int bits) {
    /** @throws IllegalArgumentException for any other text */
    static AddressRange parse(String text) {
        String[] parts = text.split("/", -1);
        byte[] address = ClientAddress.parse(parts[0])
                .orElseThrow(() -> new IllegalArgumentException(text))
                .getAddress();
        int most = address.length * Byte.SIZE;
        int bits = parts.length == 1 ? most : Integer.parseInt(parts[1]);
        if (parts.length > 2 || bits < 0 || bits > most) {
            throw new IllegalArgumentException(text);
        }
        return new AddressRange(address, bits);
    }

    boolean contains(InetAddress other) {
        byte[] bytes = other.getAddress();
        if (bytes.length != address.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if (((bytes[bit / Byte.SIZE] ^ address[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
