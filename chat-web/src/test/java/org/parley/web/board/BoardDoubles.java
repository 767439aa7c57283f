package org.parley.web.board;

/** Beans of this package for tests of others, wired by hand. */
public final class BoardDoubles {
    private BoardDoubles() {}

    public static BoardWatch watch() {
        BoardWatch watch = new BoardWatch();
        watch.prepare();
        return watch;
    }
}
