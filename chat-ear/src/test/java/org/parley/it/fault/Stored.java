package org.parley.it.fault;

import java.util.List;
import java.util.stream.Stream;

/**
 * One conversation as the server has it in the end.
 *
 * @param opened milliseconds since 1970
 * @param closed milliseconds since 1970; {@link Long#MAX_VALUE} while it is open
 */
record Stored(
        String conversation,
        String visitor,
        String department,
        long opened,
        long closed,
        List<Event.Entry> publicLog,
        List<Event.Entry> internalLog) {

    Stream<Event.Entry> entries() {
        return Stream.concat(publicLog.stream(), internalLog.stream());
    }

    List<Event.Entry> log(String name) {
        return "public".equals(name) ? publicLog : internalLog;
    }
}
