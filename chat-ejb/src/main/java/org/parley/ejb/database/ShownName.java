package org.parley.ejb.database;

import java.text.Normalizer;

/**
 * Makes a stranger's name fit to be stored and shown. Nothing in it turns the text around it, is invisible, or covers
 * the lines above and below.
 */
public final class ShownName {
    private static final int LENGTH = 100;

    /** No language puts more marks on one letter. */
    private static final int MOST_MARKS = 3;

    private ShownName() {}

    /** @return one line, at most 100 UTF-16 units; null when nothing visible is left */
    public static String of(String said) {
        if (said == null) {
            return null;
        }
        StringBuilder plain = new StringBuilder();
        int[] all = Normalizer.normalize(said, Normalizer.Form.NFC).codePoints().toArray();
        int marks = 0;
        for (int i = 0; i < all.length; i++) {
            int c = all[i];
            marks = Glyphs.isMark(c) && !Glyphs.isSelector(c) ? marks + 1 : 0;
            if (marks > MOST_MARKS || marks > 0 && plain.isEmpty()) {
                continue;
            }
            if (Glyphs.isJoiner(c) || Glyphs.isSelector(c)) {
                boolean within = i > 0 && !Glyphs.isInvisible(all[i - 1]) && !plain.isEmpty();
                boolean joins = Glyphs.isSelector(c) || i + 1 < all.length && !Glyphs.isInvisible(all[i + 1]);
                if (within && joins || isAfterSelector(all, i)) {
                    plain.appendCodePoint(c);
                }
            } else if (!Glyphs.isInvisible(c)) {
                plain.appendCodePoint(c);
            } else if (isBlank(c) && !plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
                plain.append(' ');
            }
        }
        return cut(plain.toString().strip());
    }

    /** An emoji with a selector may be joined to the next one. */
    private static boolean isAfterSelector(int[] all, int at) {
        return Glyphs.isJoiner(all[at])
                && at > 1
                && Glyphs.isSelector(all[at - 1])
                && at + 1 < all.length
                && !Glyphs.isInvisible(all[at + 1]);
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    private static String cut(String plain) {
        int end = Math.min(plain.length(), LENGTH);
        // A surrogate pair is not cut in half.
        if (end < plain.length() && Character.isHighSurrogate(plain.charAt(end - 1))) {
            end--;
        }
        return end == 0 ? null : plain.substring(0, end).strip();
    }
}
