package org.parley.ejb.conversation.row;

/** The subject of a conversation, in one short line. */
public final class Subject {
    private static final int LENGTH = 80;

    private Subject() {}

    /** @return at most 80 UTF-16 units; null when there are no words */
    public static String of(String words) {
        if (words == null || words.isBlank()) {
            return null;
        }
        String line = words.replaceAll("\\s+", " ").strip();
        int end = Math.min(line.length(), LENGTH);
        // A surrogate pair is not cut in half.
        if (end < line.length() && Character.isHighSurrogate(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(0, end);
    }
}
