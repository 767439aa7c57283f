package org.parley.web.board;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.parley.api.routing.Board;
import org.parley.web.connection.Connection;

/** Devices that watch the board, and the last board of each. */
final class BoardWatchers {
    private final Function<Connection, Board> reader;
    private final Map<Connection, Board> told = new ConcurrentHashMap<>();

    /** @param reader reads the board with the rights of the device */
    BoardWatchers(Function<Connection, Board> reader) {
        this.reader = reader;
    }

    /**
     * Begins to tell the device. One thread at a time tells, so a device may get a board twice, but never an older one
     * last.
     */
    synchronized void begin(Connection device, Board board) {
        told.put(device, board);
        device.send(BoardFrame.frame(board));
    }

    /** Stops telling the device; nothing is sent after this returns. A device that does not watch waits for nobody. */
    void end(Connection device) {
        if (told.containsKey(device)) {
            forget(device);
        }
    }

    private synchronized void forget(Connection device) {
        told.remove(device);
    }

    /**
     * Reads once for all devices, with the rights of one of them; devices that have this board already are not told
     * again.
     */
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
