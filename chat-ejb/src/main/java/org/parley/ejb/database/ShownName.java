package org.parley.ejb.database;

/** Makes what strangers call themselves fit to be stored and shown. */
public final class ShownName {
    private static final int LENGTH = 100;

    private ShownName() {}

    /** @return without control characters and at most 100 UTF-16 units; null when nothing is left */
    public static String of(String said) {
        if (said == null) {
            return null;
        }
        String plain = said.replaceAll("\\p{Cntrl}", " ").strip();
        int end = Math.min(plain.length(), LENGTH);
        // A surrogate pair is not cut in half.
        if (end < plain.length() && Character.isHighSurrogate(plain.charAt(end - 1))) {
            end--;
        }
        return end == 0 ? null : plain.substring(0, end);
    }
}
