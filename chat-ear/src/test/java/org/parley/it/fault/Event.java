package org.parley.it.fault;

import java.util.Map;

/** One line of a {@link History}. */
sealed interface Event {

    /** An entry as a device got it or as the log holds it. */
    record Entry(String conversation, String log, long seq, String kind, String author, String id, String text) {}

    /** A log of a conversation. */
    record LogName(String conversation, String log) {}

    /** One connection of one device of one person; the first connection of a device is number 1. */
    record Line(String person, String device, int number) {}

    /** A command is about to leave; {@code id} names it, and every repeat has the same. */
    record Attempted(Line line, String type, String id, String conversation, String text) implements Event {}

    /** @param seq 0 when the ack names none */
    record Acked(Line line, String id, String conversation, long seq, boolean created) implements Event {}

    record Refused(Line line, String id, String code) implements Event {}

    /** A connection is open and has said which numbers the device has. */
    record Greeted(Line line, Map<LogName, Long> cursors) implements Event {}

    /** From here on the device has to get the conversation whole. */
    record Met(Line line, String conversation) implements Event {}

    /** @param pushed by the server, and not asked for by {@code sync} */
    record Delivered(Line line, boolean pushed, Entry entry) implements Event {}

    record Ended(Line line, int code) implements Event {}

    /** A fault was injected, or is over. */
    record Struck(String what) implements Event {}
}
