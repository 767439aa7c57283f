package org.parley.web.board;

import java.time.Duration;
import java.time.Instant;
import org.parley.api.routing.Board;
import org.parley.web.json.Json;
import org.parley.web.protocol.ServerFrame;

/** Writes the board of supervisors, for the wire and for HTTP. */
public final class BoardFrame {
    private BoardFrame() {}

    /** The frame {@code board}. */
    public static String frame(Board board) {
        return ServerFrame.frame("board", o -> board(o, board));
    }

    /** The board as an answer over HTTP. */
    public static String document(Board board) {
        return Json.object(o -> board(o, board));
    }

    private static void board(Json o, Board board) {
        o.withAll("departments", board.departments(), BoardFrame::queue)
                .withAll("operators", board.operators(), BoardFrame::desk)
                .put("nobodys", board.nobodys());
    }

    private static void queue(Json o, Board.Queue queue) {
        Instant longest = queue.longest();
        o.put("id", queue.department().id())
                .put("site", queue.department().site())
                .put("name", queue.department().name())
                .put("waiting", queue.waiting())
                .put("longest", longest)
                .put("offered", queue.offered())
                .put("messages", queue.messages())
                .put("active", queue.active())
                .with("hour", times -> times(times, queue.hour()))
                .with("today", times -> times(times, queue.today()));
    }

    private static void times(Json o, Board.Times times) {
        o.with("waits", spread -> spread(spread, times.waits()))
                .with("responses", spread -> spread(spread, times.responses()));
    }

    private static void spread(Json o, Board.Spread spread) {
        o.put("count", spread.count()).put("median", seconds(spread.median())).put("most", seconds(spread.most()));
    }

    private static void desk(Json o, Board.Desk desk) {
        o.put("id", desk.operator())
                .put("name", desk.name())
                .put("status", desk.status().wire())
                .put("active", desk.active())
                .put("offered", desk.offered())
                .put("capacity", desk.capacity());
    }

    private static Long seconds(Duration time) {
        return time == null ? null : time.toSeconds();
    }
}
