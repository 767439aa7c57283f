package org.parley.web.board;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.parley.api.routing.Board;
import org.parley.web.connection.Connection;

/** Devices that watch the board, and what each was told last. */
final class BoardWatchers {
    private final Function<Connection, Board> reader;
    private final Map<Connection, Board> told = new ConcurrentHashMap<>();

    /** @param reader reads the board with the rights of the device */
    BoardWatchers(Function<Connection, Board> reader) {
        this.reader = reader;
    }

    /** One at a time tells, so that a device which knows something newer by then gets that once more. */
    synchronized void begin(Connection device, Board board) {
        told.put(device, board);
        device.send(BoardFrame.frame(board));
    }

    /** Nothing is told to the device when this has returned; who does not watch waits for nobody. */
    void end(Connection device) {
        if (told.containsKey(device)) {
            forget(device);
        }
    }

    private synchronized void forget(Connection device) {
        told.remove(device);
    }

    /** Reads once for all, with the rights of one of them; who knows it already is not told again. */
    synchronized void look() {
        told.keySet().removeIf(Connection::isClosed);
        Connection one = told.keySet().stream().findFirst().orElse(null);
        if (one == null) {
            return;
        }
        Board now = reader.apply(one);
        String frame = BoardFrame.frame(now);
        told.forEach((device, known) -> {
            if (!now.equals(known) && told.replace(device, known, now)) {
                device.send(frame);
            }
        });
    }
}
