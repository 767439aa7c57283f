package org.parley.ejb.database;

/** Which characters can be seen. */
public final class Glyphs {
    /** Joiners, which Persian, the scripts of India and emoji need within a word. */
    private static final String JOINERS = "\u200C\u200D";

    /**
     * Characters that show nothing although their category is letter or symbol: fillers of Hangul, the empty Braille
     * cell, and the like.
     */
    private static final String EMPTY = "\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0\u034F";

    private Glyphs() {}

    /**
     * Whether the character shows nothing by itself: blanks, controls, marks of direction, joiners, fillers, selectors.
     */
    public static boolean isInvisible(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.FORMAT
                || EMPTY.indexOf(codePoint) >= 0
                || isSelector(codePoint);
    }

    /** Chooses between shapes of the character before it, as emoji do. */
    static boolean isSelector(int codePoint) {
        return codePoint >= 0xFE00 && codePoint <= 0xFE0F
                || codePoint >= 0x180B && codePoint <= 0x180F
                || codePoint >= 0xE0100 && codePoint <= 0xE01EF;
    }

    static boolean isJoiner(int codePoint) {
        return JOINERS.indexOf(codePoint) >= 0;
    }

    /** Stands over, under or around the character before it. */
    static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }
}
