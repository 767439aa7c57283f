package org.parley.web.board;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.parley.api.error.ChatException;
import org.parley.api.routing.Board;
import org.parley.api.routing.Supervision;
import org.parley.web.connection.Connection;
import org.parley.web.connection.Timer;

/**
 * Shows supervisors how the desk stands. While somebody watches, it asks the database every two seconds. So changes by
 * other nodes and by time show as well, and a busy desk costs no more than a quiet one.
 */
@ApplicationScoped
public class BoardWatch {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Inject
    Supervision supervision;

    @Inject
    Timer timer;

    private BoardWatchers watchers;
    private Future<?> turn;

    @PostConstruct
    void prepare() {
        watchers = new BoardWatchers(this::read);
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        turn = timer.everyWaiting(PAUSE, "Reading the board", watchers::look);
    }

    @PreDestroy
    void stop() {
        if (turn != null) {
            turn.cancel(false);
        }
    }

    /**
     * How the desk stands; waits for the database.
     *
     * @throws ChatException FORBIDDEN for everybody but supervisors
     */
    public Board read(Connection device) {
        if (!device.caller().oversees()) {
            throw ChatException.forbidden("Only supervisors can watch the board.");
        }
        AtomicReference<Board> board = new AtomicReference<>();
        device.asCaller(() -> board.set(supervision.board(device.caller())));
        return board.get();
    }

    /** Sends the device this board, and from now on the changes. */
    public void begin(Connection device, Board board) {
        watchers.begin(device, board);
    }

    public void end(Connection device) {
        watchers.end(device);
    }
}
