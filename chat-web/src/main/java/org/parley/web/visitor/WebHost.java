package org.parley.web.visitor;

import java.net.IDN;
import java.net.InetAddress;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether a browser could have the host and port of an address, by the host parser of the <a
 * href="https://url.spec.whatwg.org/#host-parsing">URL Standard</a>. {@code java.net.URI} has other rules: it refuses
 * some real addresses, and accepts others at which a browser's {@code new URL} throws.
 */
final class WebHost {
    private static final Pattern HOST_AND_PORT = Pattern.compile("(\\[[^\\]]*\\]|[^:\\[\\]]+)(?::(\\d*))?");
    private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x20\\x7f#%/:<>?@\\[\\\\\\]^|\\ufffd]");
    private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9a-fA-F]{2})");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]+");
    private static final Pattern NUMBER = Pattern.compile("0x[0-9a-f]*|[0-9]+");
    private static final int HIGHEST_PORT = 65_535;

    private WebHost() {}

    static boolean isWellFormed(String hostAndPort) {
        Matcher parts = HOST_AND_PORT.matcher(hostAndPort);
        return parts.matches() && isPort(parts.group(2)) && isHost(parts.group(1));
    }

    private static boolean isPort(String port) {
        return port == null || port.isEmpty() || (port.length() <= 9 && Integer.parseInt(port) <= HIGHEST_PORT);
    }

    private static boolean isHost(String host) {
        if (host.startsWith("[")) {
            return isIpv6(host.substring(1, host.length() - 1));
        }
        if (BAD_ESCAPE.matcher(host).find()) {
            return false;
        }
        String ascii;
        try {
            // A plus is a plus here
            String decoded = URLDecoder.decode(host.replace("+", "%2B"), StandardCharsets.UTF_8);
            ascii = FORBIDDEN.matcher(decoded).find() ? "" : IDN.toASCII(decoded, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException | IndexOutOfBoundsException unknown) {
            return false;
        }
        ascii = ascii.toLowerCase(Locale.ROOT);
        return !ascii.isEmpty()
                && !FORBIDDEN.matcher(ascii).find()
                && Stream.of(ascii.split("\\.", -1)).allMatch(WebHost::isLabel)
                && isIpv4OrName(ascii);
    }

    /** Whether a label is valid; Punycode has to decode to other letters. */
    private static boolean isLabel(String label) {
        return !label.startsWith("xn--")
                || !IDN.toUnicode(label, IDN.ALLOW_UNASSIGNED).equalsIgnoreCase(label);
    }

    /** A name whose last label is a number is an IPv4 address or nothing. */
    private static boolean isIpv4OrName(String host) {
        String[] labels = host.replaceFirst("\\.$", "").split("\\.", -1);
        if (!NUMBER.matcher(labels[labels.length - 1]).matches()) {
            return true;
        }
        if (labels.length > 4) {
            return false;
        }
        for (int i = 0; i < labels.length; i++) {
            long most = i < labels.length - 1 ? 255 : (1L << (8 * (5 - labels.length))) - 1;
            if (number(labels[i]) < 0 || number(labels[i]) > most) {
                return false;
            }
        }
        return true;
    }

    /** The number in hexadecimal, octal or decimal, as in C; negative for other text. */
    private static long number(String label) {
        try {
            if (!NUMBER.matcher(label).matches()) {
                return -1;
            }
            if (label.startsWith("0x")) {
                return label.length() == 2 ? 0 : Long.parseLong(label.substring(2), 16);
            }
            return Long.parseLong(label, label.length() > 1 && label.startsWith("0") ? 8 : 10);
        } catch (NumberFormatException tooMuch) {
            return -1;
        }
    }

    private static boolean isIpv6(String address) {
        if (!IPV6.matcher(address).matches() || !address.contains(":")) {
            return false;
        }
        try {
            // With brackets it is never looked up as a name
            return InetAddress.getByName("[" + address + "]") != null;
        } catch (UnknownHostException none) {
            return false;
        }
    }
}
