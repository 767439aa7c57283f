package org.parley.web.protocol;

/** What staff can watch. */
public enum Topic {
    VISITORS,
    QUEUE,
    PRESENCE,
    /** For those who oversee. */
    BOARD
}
