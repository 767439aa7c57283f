package org.parley.bench.client;

import java.nio.charset.StandardCharsets;

/** Finds single values in the bytes of a frame; a JSON parser would cost more than the server. */
public final class Scan {

    private static final byte[] TYPE = key("type");

    private Scan() {}

    /** {@code "name":} as it stands in compact JSON. */
    public static byte[] key(String name) {
        return ("\"" + name + "\":").getBytes(StandardCharsets.US_ASCII);
    }

    /** The place of the first occurrence, or -1. */
    public static int find(byte[] bytes, int from, int to, byte[] wanted) {
        for (int i = from; i <= to - wanted.length; i++) {
            if (matches(bytes, i, wanted)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean matches(byte[] bytes, int at, byte[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** The number after a key, or -1. */
    public static long number(byte[] bytes, int from, int to, byte[] key) {
        int at = find(bytes, from, to, key);
        if (at < 0) {
            return -1;
        }
        long number = 0;
        for (int i = at + key.length; i < to && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
            number = 10 * number + bytes[i] - '0';
        }
        return number;
    }

    /** The text after a key, as far as the next quotation mark, or null. */
    public static String text(byte[] bytes, int from, int to, byte[] key) {
        int at = find(bytes, from, to, key);
        if (at < 0) {
            return null;
        }
        int start = at + key.length + 1;
        int end = start;
        while (end < to && bytes[end] != '"') {
            end++;
        }
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    /** The same in a text. */
    public static String text(String whole, byte[] key) {
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        return text(bytes, 0, bytes.length, key);
    }

    /** Whether the frame's type begins so; the server writes it first. */
    public static boolean isType(byte[] bytes, int from, int to, byte[] type) {
        int at = matchesAt(bytes, from + 1, to, TYPE) ? from + 1 : find(bytes, from, to, TYPE);
        return at >= 0 && matchesAt(bytes, at + TYPE.length + 1, to, type);
    }

    private static boolean matchesAt(byte[] bytes, int at, int to, byte[] wanted) {
        return to - at >= wanted.length && matches(bytes, at, wanted);
    }

    /** Calls for each frame of a message, which is one frame or an array of frames. */
    public static void each(byte[] bytes, int from, int to, Part part) {
        if (from == to || bytes[from] != '[') {
            part.found(bytes, from, to);
            return;
        }
        int start = from + 1;
        int depth = 0;
        boolean inText = false;
        for (int i = start; i < to; i++) {
            byte b = bytes[i];
            if (inText) {
                if (b == '\\') {
                    i++;
                } else if (b == '"') {
                    inText = false;
                }
            } else if (b == '"') {
                inText = true;
            } else if (b == '{' && depth++ == 0) {
                start = i;
            } else if (b == '}' && --depth == 0) {
                part.found(bytes, start, i + 1);
            }
        }
    }

    /** A part of some bytes. */
    public interface Part {
        void found(byte[] bytes, int from, int to);
    }

    static long bigEndian(byte[] bytes, int from, int length) {
        long number = 0;
        for (int i = from; i < from + length; i++) {
            number = number << 8 | bytes[i] & 0xff;
        }
        return number;
    }
}
